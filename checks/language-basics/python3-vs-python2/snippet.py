print(7 / 2, 6 / 2)
print(round(2.5), round(3.5))
lengths = map(len, ["a", "bc"])
print(list(lengths), list(lengths))
scores = {"ann": 1}
names = scores.keys()
scores["bob"] = 2
print(list(names))
print([n * n for n in range(3)], "n" in globals())
text, data = "abc", b"abc"
print(text == data, data[0])
try:
    print(text < 9)
except TypeError:
    print("TypeError")
