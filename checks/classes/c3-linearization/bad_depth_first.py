def c3(name, parents):
    order = []

    def visit(current):
        if current not in order:
            order.append(current)
            for base in parents.get(current, []):
                visit(base)

    visit(name)
    return order
