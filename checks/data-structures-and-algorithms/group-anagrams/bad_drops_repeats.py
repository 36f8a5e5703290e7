from collections import defaultdict


def group(words: list[str]) -> list[list[str]]:
    groups = defaultdict(list)
    for word in dict.fromkeys(words):
        groups["".join(sorted(word))].append(word)
    return list(groups.values())
