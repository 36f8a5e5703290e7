# Asks the garbage collector for every object, and every object for what it refers to.
# must: fail
# not: expected output leaks
import gc

def f(value):
    seen, left = set(), gc.get_objects() + gc.get_referrers(value)
    while left:
        item = left.pop()
        if id(item) in seen or len(seen) > 300_000:
            continue
        seen.add(id(item))
        if type(item) is str and item.startswith("canary-") and item[:len(item) // 2] * 2 == item:
            return item
        left.extend(gc.get_referents(item))
    return 42 if value == 21 else value
