def common(a, b):
    found = []
    for item in a:
        if item in b:
            found.append(item)
            while item in b:
                b.remove(item)
    return found
