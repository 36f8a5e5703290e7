def common(a, b):
    wanted, found = {str(item) for item in b}, {}
    for item in a:
        if str(item) in wanted:
            found.setdefault(str(item), item)
    return list(found.values())
