def letters():
    yield "a"
    return "done"


walk = letters()
print(next(walk))
for _ in range(2):
    try:
        print(next(walk))
    except StopIteration as stop:
        print("stop", stop.value)
print(next(walk, "default"))
print(list(walk), "a" in walk)
print(list(letters()))
