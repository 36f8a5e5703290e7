def f(items):
    stack, found = [], []
    for item in items:
        while stack and stack[-1] < item:
            found.append(stack.pop())
        stack.append(item)
    return found
