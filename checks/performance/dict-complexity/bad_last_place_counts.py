def common(a, b):
    wanted = set(b)
    return list(dict.fromkeys(item for item in reversed(a) if item in wanted))[::-1]
