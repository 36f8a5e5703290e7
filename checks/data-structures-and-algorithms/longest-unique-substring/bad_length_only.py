def longest(text: str) -> int:
    last_seen = {}
    start = best = 0
    for index, character in enumerate(text):
        start = max(start, last_seen.get(character, -1) + 1)
        last_seen[character] = index
        best = max(best, index + 1 - start)
    return best
