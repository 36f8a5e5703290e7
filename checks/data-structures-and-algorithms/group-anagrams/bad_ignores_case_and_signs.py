from collections import defaultdict


def group(words: list[str]) -> list[list[str]]:
    groups = defaultdict(list)
    for word in words:
        letters = [letter for letter in word.lower() if letter.isalpha()]
        groups["".join(sorted(letters))].append(word)
    return list(groups.values())
