from collections import Counter


def group(words: list[str]) -> list[list[str]]:
    groups: dict[frozenset, list[str]] = {}
    for word in words:
        key = frozenset(Counter(word).items())
        groups.setdefault(key, []).append(word)
    return list(groups.values())
