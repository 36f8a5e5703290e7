# A list, a dict and a tuple that contain themselves.
# must: fail
# not: limits are outlived
def f(value):
    items = [value]
    table = {1: items}
    items.append((items, table))
    table["self"] = table
    return items
