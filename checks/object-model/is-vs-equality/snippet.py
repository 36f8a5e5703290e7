class Agreeable:
    def __eq__(self, other):
        return True


first, second = [1, 2], [1, 2]
print(first == second, first is second)
print([first, second].index(second))
word, lowered = "hello", "HELLO".lower()
print(word == lowered, word is lowered)
print(int("7") is int("7"), int("100000") is int("100000"))
nan = same = float("nan")
print(nan == same, nan is same, nan in [same])
missing = None
print(Agreeable() == missing, Agreeable() is missing)
