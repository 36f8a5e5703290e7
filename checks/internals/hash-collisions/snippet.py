class Word(str):
    compared = 0

    def __hash__(self):
        return len(self)

    def __eq__(self, other):
        Word.compared += 1
        return str(self) == str(other)


def find(word):
    Word.compared = 0
    return table.get(word), Word.compared


to, at = Word("to"), Word("at")
table = {to: "first", at: "second"}
print(len(table), Word.compared)
print(find(to), find(at))
print(find(Word("to")), find(Word("at")))
print(find(Word("in")), find(Word("watermelon")))
print(hash(-1) == hash(-2), len({-1, -2}))
