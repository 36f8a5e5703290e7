def group(words: list[str]) -> list[list[str]]:
    """Group the words that are anagrams of each other, in the order of first appearance."""
