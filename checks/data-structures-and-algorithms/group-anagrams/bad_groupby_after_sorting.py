from itertools import groupby


def group(words: list[str]) -> list[list[str]]:
    words.sort(key=sorted)
    return [list(family) for _, family in groupby(words, key=sorted)]
