def longest(text: str) -> str:
    best = ""
    for start in range(len(text)):
        seen = set()
        for end in range(start, len(text)):
            if text[end] in seen:
                break
            seen.add(text[end])
        if len(seen) > len(best):
            best = text[start : start + len(seen)]
    return best
