def c3(name: str, parents: dict[str, list[str]]) -> list[str]:
    """Return the order in which the class is searched; raise ValueError if there is none."""
    known = {}

    def order(name):
        if name not in known:
            bases = parents.get(name, [])
            known[name] = [name, *merge([*map(order, bases), bases])]
        return known[name]

    return order(name)


def merge(orders):
    """Yield from the left what stands in no tail of the orders."""
    orders = [order for order in orders if order]
    while orders:
        for head in (order[0] for order in orders):
            if not any(head in order[1:] for order in orders):
                break
        else:
            raise ValueError("the orders of the bases contradict each other")
        yield head
        orders = [[name for name in order if name != head] for order in orders]
        orders = [order for order in orders if order]
