def c3(name, parents):
    seen = []

    def visit(current):
        for base in reversed(parents.get(current, [])):
            if base not in seen:
                visit(base)
        seen.append(current)

    visit(name)
    return seen[::-1]
