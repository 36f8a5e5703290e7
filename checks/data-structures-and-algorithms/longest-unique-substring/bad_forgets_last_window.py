def longest(text: str) -> str:
    last_seen = {}
    start, best = 0, ""
    for index, character in enumerate(text):
        if last_seen.get(character, -1) >= start:
            if index - start > len(best):
                best = text[start:index]
            start = last_seen[character] + 1
        last_seen[character] = index
    return best
