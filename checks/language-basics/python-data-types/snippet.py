print(isinstance(True, int), True + True)
kinds = {}
for value in (1, True, 1.0, "1"):
    kinds[value] = type(value).__name__
print(kinds)
text, data = "AB", b"AB"
print(text[0], data[0])
print(0.1 + 0.2 == 0.3, 0.5 + 0.25 == 0.75)
print(6 / 3, 7 // 2, 7 // 2.0)
print(text * 2, "3" * 2)
big = 2**100
print(type(big).__name__, big + 1 > big)
