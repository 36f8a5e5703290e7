"""Flatten lazily, and delegate to sub-generators."""
import itertools
import random

from answer import flatten, in_turn


def pulled(items, log):
    """Give the items and note each one when somebody takes it."""
    for item in items:
        log.append(item)
        yield item


def echo(name, times):
    """Yield the name so many times; return what was sent in reply."""
    got = []
    for _ in range(times):
        got.append((yield name))
    return got


def patient(log):
    """Yield for ever; note what is thrown in, and the end."""
    try:
        while True:
            try:
                yield "waiting"
            except ValueError:
                log.append("caught ValueError")
                yield "recovered"
    finally:
        log.append("left")


def noting(name, log, error=None):
    log.append(f"{name} starts")
    yield name
    if error:
        raise error
    log.append(f"{name} ends")


def talk(generator, messages):
    """Start a generator and send the messages; return what it yields, and what it returns."""
    heard = [next(generator)]
    for message in messages:
        try:
            heard.append(generator.send(message))
        except StopIteration as stop:
            return heard, stop.value
    return heard, "not finished"


def result(generator):
    """Run a generator to its end and return what it returns."""
    while True:
        try:
            next(generator)
        except StopIteration as stop:
            return stop.value


def first_leaves(count, structure):
    return list(itertools.islice(flatten(structure), count))


def results(subs):
    return result(in_turn(subs))


def nested(depth):
    structure = ["bottom"]
    for level in range(depth):
        structure = [level, structure]
    return structure


def random_structures(seed, count):
    rng = random.Random(seed)

    def grow(levels):
        if levels == 0 or rng.random() < 0.3:
            return rng.choice([1, "ab", b"c", None, 2.5, ""])
        return rng.choice([list, tuple, iter])([grow(levels - 1) for _ in range(rng.randrange(4))])

    for _ in range(count):
        yield [grow(4) for _ in range(3)]


def sample_flatten():
    """
    >>> list(flatten([1, [2, ("three", [4])], 5]))
    [1, 2, 'three', 4, 5]
    """


def sample_in_turn():
    """
    >>> def sub(name):
    ...     answer = yield f"{name}?"
    ...     return answer
    >>> both = in_turn([sub("first"), sub("second")])
    >>> next(both), both.send("one")
    ('first?', 'second?')
    >>> try:
    ...     both.send("two")
    ... except StopIteration as stop:
    ...     print(stop.value)
    ['one', 'two']
    """


def case_strings_and_bytes_are_leaves():
    """A string stays whole, wherever it stands, and so do bytes.

    >>> list(flatten(["abc", ["d", [""]], b"ef", [b""]]))
    ['abc', 'd', '', b'ef', b'']
    """


def case_everything_iterable_is_opened():
    """Whatever can be iterated over is opened, and nothing else.

    >>> list(flatten(([1], {2}, range(3, 5), iter([5, (6,)]), {"key": "value"}, None, 7.5)))
    [1, 2, 3, 4, 5, 6, 'key', None, 7.5]
    >>> list(flatten(x for x in [[1, 2], (3, iter([4]))])), list(flatten(bytearray(b"a")))
    ([1, 2, 3, 4], [97])
    """


def case_nothing_inside():
    """Empty parts give nothing.

    >>> list(flatten([])), list(flatten([[], [[], ()], [[[]], 0]])), list(flatten(iter(())))
    ([], [0], [])
    """


def case_deep_nesting():
    """Three hundred levels are possible.

    >>> leaves = list(flatten(nested(300)))
    >>> leaves[:3], leaves[-2:], len(leaves)
    ([299, 298, 297], [0, 'bottom'], 301)
    """


def case_flatten_is_lazy():
    """An item of the source is taken when somebody asks for it, at every level.

    >>> outer, inner = [], []
    >>> leaves = flatten(pulled([1, pulled([2, 3], inner), 4], outer))
    >>> len(outer), next(leaves), len(outer), len(inner)
    (0, 1, 1, 0)
    >>> next(leaves), len(outer), inner
    (2, 2, [2])
    >>> next(leaves), next(leaves), len(outer), inner
    (3, 4, 3, [2, 3])
    """


def case_endless_part():
    """A part may be endless; what stands before it and the first of it must come out.

    >>> first_leaves(5, [0, [itertools.count(1)], 99])
    [0, 1, 2, 3, 4]
    """


def case_sent_values_arrive():
    """What the caller sends is for the sub-generator that is running.

    >>> talk(in_turn([echo("a", 2), echo("b", 1)]), [10, 20, 30])
    (['a', 'a', 'b'], [[10, 20], [30]])
    >>> talk(in_turn([echo("a", 1), echo("b", 3)]), ["x", None, 0, ""])
    (['a', 'b', 'b', 'b'], [['x'], [None, 0, '']])
    """


def case_thrown_exceptions_arrive():
    """An exception thrown in is raised where the sub-generator waits, so that it can handle it.

    >>> log = []
    >>> guarded = in_turn([patient(log)])
    >>> next(guarded), guarded.throw(ValueError), next(guarded), log
    ('waiting', 'recovered', 'waiting', ['caught ValueError'])
    >>> guarded.throw(KeyError)
    Traceback (most recent call last):
    KeyError
    >>> log
    ['caught ValueError', 'left']
    """


def case_close_arrives():
    """Closing the outer generator closes the one that is running, and starts no other.

    >>> log = []
    >>> guarded = in_turn([patient(log), noting("second", log)])
    >>> next(guarded)
    'waiting'
    >>> _ = guarded.close()
    >>> log, list(guarded)
    (['left'], [])
    """


def case_results_of_all_kinds():
    """Every sub-generator has its place in the list, also if it returns None or yields nothing.

    >>> def quick(value):
    ...     return value
    ...     yield
    >>> results([quick(0), noting("n", []), quick("x"), echo("e", 1), quick([])])
    [0, None, 'x', [None], []]
    >>> results([]), results(iter([quick(7)]))
    ([], [7])
    """


def case_one_after_the_other():
    """A sub-generator is started when the one before it has finished.

    >>> log = []
    >>> both = in_turn([noting("first", log), noting("second", log)])
    >>> len(log), next(both), list(log)
    (0, 'first', ['first starts'])
    >>> next(both), log
    ('second', ['first starts', 'first ends', 'second starts'])
    """


def case_errors_come_out():
    """An exception of a sub-generator is the caller's, and the next one is never started.

    >>> log = []
    >>> both = in_turn([noting("first", log, LookupError()), noting("second", log)])
    >>> next(both), list(both)
    Traceback (most recent call last):
    LookupError
    >>> log
    ['first starts']
    """


def case_random():
    """Some nested structure comes out wrong.

    >>> for item in random_structures(seed, 20): first_leaves(99, item)  # doctest: +REFERENCE
    """
