def c3(name, parents):
    known = {}

    def order(name):
        if name not in known:
            bases = parents.get(name, [])
            orders = [list(order(base)) for base in bases]
            known[name] = [name, *merge([*orders, bases])]
        return known[name]

    return order(name)


def merge(orders):
    while any(orders):
        for head in (order[0] for order in orders if order):
            if not any(head in order[1:] for order in orders):
                break
        else:
            raise ValueError("no order")
        yield head
        for order in orders:
            if order and order[0] == head:
                order.pop(0)
