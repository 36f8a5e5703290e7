from collections.abc import Generator, Iterable, Iterator


def count():
    yield 1


numbers, walk = [1], count()
things = {"list": numbers, "iter": iter(numbers), "map": map(abs, numbers)}
things |= {"function": count, "call": walk}
for name, thing in things.items():
    kinds = [kind for kind in (Iterable, Iterator, Generator) if isinstance(thing, kind)]
    print(name, [kind.__name__ for kind in kinds])
print(iter(numbers) is numbers, iter(walk) is walk)
print(hasattr(iter(numbers), "send"), hasattr(walk, "send"))
