class Text(str):
    copied = 0

    def __add__(self, other):
        Text.copied += len(self) + len(other)
        return Text(super().__add__(other))


def glue(pieces):
    Text.copied, result = 0, Text()
    for _ in range(pieces):
        result = result + "ten chars."
    return Text.copied


print(glue(3), glue(6))
old = word = "ab"
word += "c"
print(old, word)
pieces = ["x", "y"]
print("-".join(pieces), "-".join(pieces[:1]))
print(", ".join("one"))
try:
    print("".join(range(3)))
except TypeError:
    print("TypeError")
