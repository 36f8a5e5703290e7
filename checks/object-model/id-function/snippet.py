def arrives(argument):
    return id(argument) == before


scores = [1000, 2000]
before = id(scores)
print(type(before).__name__)
scores.append(3000)
print(id(scores) == before, arrives(scores))
backup = scores[:]
print(backup == scores, id(backup) == id(scores))
print(id(backup[0]) == id(scores[0]))
print(len({id(item) for item in (scores, backup, scores)}))
scores = scores + [4000]
print(id(scores) == before)
