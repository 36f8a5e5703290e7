def first_unique(s):
    once = {}
    for char in s:
        if char in once:
            del once[char]
        else:
            once[char] = True
    return next(iter(once), None)
