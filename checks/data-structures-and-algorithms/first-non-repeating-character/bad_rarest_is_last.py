from collections import Counter


def first_unique(s):
    if not s:
        return None
    char, count = Counter(s).most_common()[-1]
    return char if count == 1 else None
