def longest(text: str) -> str:
    return "".join(dict.fromkeys(text))
