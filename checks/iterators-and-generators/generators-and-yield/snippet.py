def steps():
    print("start")
    answer = yield 1
    print("got", answer)
    return "done"


walk = steps()
print("made")
print(next(walk))
try:
    print(next(walk))
except StopIteration as stop:
    print("stopped:", stop.value)
print(list(walk), list(steps()))
