class Word(str):
    def __hash__(self):
        return len(self)

    def __eq__(self, other):
        print("compare", end=" ")
        return super().__eq__(other)


to, at = Word("to"), Word("at")
table = {to: "first", at: "second"}
print(len(table))
print(table[to])
print(table[Word("to")])
print(table[at])
print(table.get(Word("in")))
print(table.get(Word("watermelon")))
