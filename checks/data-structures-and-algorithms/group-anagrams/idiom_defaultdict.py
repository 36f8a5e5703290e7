from collections import defaultdict


def group(words: list[str]) -> list[list[str]]:
    """Return the words in groups of anagrams, in the order in which they appear."""
    groups = defaultdict(list)
    for word in words:
        groups["".join(sorted(word))].append(word)
    return list(groups.values())
