def common(a, b):
    return list(dict.fromkeys(item for item in a if item in b))
