def longest(text: str) -> str:
    last_seen = {}
    start = best_start = best_length = 0
    for index, character in enumerate(text):
        start = max(start, last_seen.get(character, -1) + 1)
        last_seen[character] = index
        length = index + 1 - start
        if length >= best_length:
            best_start, best_length = start, length
    return text[best_start : best_start + best_length]
