def longest(text: str) -> str:
    last_seen: dict[str, int] = {}
    start = best_start = best_length = 0
    for index, character in enumerate(text):
        if character in last_seen:
            start = max(start, last_seen[character] + 1)
        last_seen[character] = index
        length = index + 1 - start
        if length > best_length:
            best_start, best_length = start, length
    return text[best_start : best_start + best_length]
