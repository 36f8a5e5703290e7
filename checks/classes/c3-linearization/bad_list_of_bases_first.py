def c3(name, parents):
    known = {}

    def order(name):
        if name not in known:
            bases = parents.get(name, [])
            known[name] = [name, *merge([bases, *map(order, bases)])]
        return known[name]

    return order(name)


def merge(orders):
    orders = [list(order) for order in orders if order]
    while orders:
        for head in (order[0] for order in orders):
            if not any(head in order[1:] for order in orders):
                break
        else:
            raise ValueError("no order")
        yield head
        orders = [[name for name in order if name != head] for order in orders]
        orders = [order for order in orders if order]
