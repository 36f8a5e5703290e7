def group(words: list[str]) -> list[list[str]]:
    groups = []
    for word in words:
        for family in groups:
            if sorted(family[0]) == sorted(word):
                family.append(word)
                break
        else:
            groups.append([word])
    return groups
