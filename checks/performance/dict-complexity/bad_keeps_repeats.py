def common(a, b):
    wanted = set(b)
    return [item for item in a if item in wanted]
