def f(items):
    found = []
    for item in items:
        found.insert(0, item)
    return found
