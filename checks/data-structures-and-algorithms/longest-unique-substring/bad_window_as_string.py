def longest(text: str) -> str:
    window = best = ""
    for character in text:
        if character in window:
            window = window[window.index(character) + 1 :]
        window += character
        if len(window) > len(best):
            best = window
    return best
