def f(items):
    seen = set()
    for item in items:
        if -item in seen:
            return item
        seen.add(item)
    return None
