from collections import Counter


def first_unique(s):
    letters = [char for char in s if char.isalpha()]
    counts = Counter(letters)
    for char in letters:
        if counts[char] == 1:
            return char
    return None
