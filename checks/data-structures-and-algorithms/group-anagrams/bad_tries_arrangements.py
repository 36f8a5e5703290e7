from itertools import permutations


def group(words: list[str]) -> list[list[str]]:
    groups = {}
    for word in words:
        for letters in permutations(word):
            known = "".join(letters)
            if known in groups:
                groups[known].append(word)
                break
        else:
            groups[word] = [word]
    return list(groups.values())
