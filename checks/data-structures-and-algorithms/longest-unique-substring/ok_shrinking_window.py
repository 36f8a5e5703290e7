def longest(text: str) -> str:
    window: set[str] = set()
    start = best_start = best_end = 0
    for end, character in enumerate(text, start=1):
        while character in window:
            window.remove(text[start])
            start += 1
        window.add(character)
        if end - start > best_end - best_start:
            best_start, best_end = start, end
    return text[best_start:best_end]
