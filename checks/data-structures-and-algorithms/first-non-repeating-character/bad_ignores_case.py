from collections import Counter


def first_unique(s):
    s = s.lower()
    counts = Counter(s)
    for char in s:
        if counts[char] == 1:
            return char
    return None
