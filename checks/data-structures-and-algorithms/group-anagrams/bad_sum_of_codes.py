from collections import defaultdict


def group(words: list[str]) -> list[list[str]]:
    groups = defaultdict(list)
    for word in words:
        groups[sum(map(ord, word))].append(word)
    return list(groups.values())
