def same(text):
    first, second = int(text), int(text)
    return first is second


def million():
    return 1_000_000


for text in ("0", "256", "-5", "-6", "1000000"):
    print(text, same(text))
print(int("1000000") == int("1000000"))
print(million() is million())
print(sum([1, 2]) is int("3"))
