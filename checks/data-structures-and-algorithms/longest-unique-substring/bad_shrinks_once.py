def longest(text: str) -> str:
    window = set()
    start = best_start = best_end = 0
    for end, character in enumerate(text, start=1):
        if character in window:
            window.discard(text[start])
            start += 1
        window.add(character)
        if end - start > best_end - best_start:
            best_start, best_end = start, end
    return text[best_start:best_end]
