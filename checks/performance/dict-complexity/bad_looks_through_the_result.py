def common(a, b):
    wanted, found = set(b), []
    for item in a:
        if item in wanted and item not in found:
            found.append(item)
    return found
