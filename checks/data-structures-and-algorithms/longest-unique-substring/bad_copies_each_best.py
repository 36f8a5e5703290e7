def longest(text: str) -> str:
    last_seen = {}
    start, best = 0, ""
    for index, character in enumerate(text):
        start = max(start, last_seen.get(character, -1) + 1)
        last_seen[character] = index
        if index + 1 - start > len(best):
            best = text[start : index + 1]
    return best
