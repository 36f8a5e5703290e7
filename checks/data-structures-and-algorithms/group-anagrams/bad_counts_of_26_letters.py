from collections import defaultdict


def group(words: list[str]) -> list[list[str]]:
    groups = defaultdict(list)
    for word in words:
        counts = [0] * 26
        for letter in word:
            counts[ord(letter) - ord("a")] += 1
        groups[tuple(counts)].append(word)
    return list(groups.values())
