def f(items):
    found = []
    while items:
        smallest = min(items)
        items.remove(smallest)
        found.append(smallest)
    return found
