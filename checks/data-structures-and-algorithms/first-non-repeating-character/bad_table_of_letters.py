def first_unique(s):
    counts = [0] * 128
    for char in s:
        counts[ord(char)] += 1
    for char in s:
        if counts[ord(char)] == 1:
            return char
    return None
