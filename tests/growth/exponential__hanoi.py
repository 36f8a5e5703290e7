def f(items):
    moves = 0
    stack = [(len(items), 0, 2)]
    while stack:
        count, start, end = stack.pop()
        if count == 0:
            continue
        moves += 1
        stack.append((count - 1, start, 3 - start - end))
        stack.append((count - 1, 3 - start - end, end))
    return moves
