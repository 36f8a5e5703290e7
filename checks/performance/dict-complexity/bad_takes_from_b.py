def common(a, b):
    known = {item: item for item in b}
    return list(dict.fromkeys(known[item] for item in a if item in known))
