def group(words: list[str]) -> list[list[str]]:
    groups = {}
    for word in words:
        groups.setdefault(sorted(word), []).append(word)
    return list(groups.values())
