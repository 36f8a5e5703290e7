def rows(more):
    try:
        yield 1
    finally:
        log.append("finally")
        yield from more


for steps, more in ((0, []), (1, []), (2, []), (1, [2])):
    log = []
    walk = rows(more)
    items = [next(walk, "end") for _ in range(steps)]
    try:
        walk.close()
    except (GeneratorExit, RuntimeError, StopIteration) as error:
        log.append(type(error).__name__)
    print(items, log)
