def longest(text: str) -> str:
    last_seen = [-1] * 128
    start = best_start = best_length = 0
    for index, character in enumerate(text):
        code = ord(character)
        start = max(start, last_seen[code] + 1)
        last_seen[code] = index
        length = index + 1 - start
        if length > best_length:
            best_start, best_length = start, length
    return text[best_start : best_start + best_length]
