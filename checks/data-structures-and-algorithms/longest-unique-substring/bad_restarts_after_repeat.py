def longest(text: str) -> str:
    seen = set()
    start = best_start = best_length = 0
    for index, character in enumerate(text):
        if character in seen:
            seen.clear()
            start = index
        seen.add(character)
        if len(seen) > best_length:
            best_start, best_length = start, len(seen)
    return text[best_start : best_start + best_length]
