"""iter with a callable and a sentinel."""
import ast
import io
import itertools
import random

from answer import read_blocks, until


class Pipe:
    """A file that gives what it has in pieces of its own choice, and notes each read."""

    def __init__(self, *pieces):
        self.pieces = list(pieces)
        self.sizes = []

    def read(self, size=-1):
        self.sizes.append(size)
        if not self.pieces:
            return b""
        piece = self.pieces.pop(0)
        if 0 <= size < len(piece):
            self.pieces.insert(0, piece[size:])
            piece = piece[:size]
        return piece


class Calls:
    """A function that returns its values one by one, counts its calls, and does not like more."""

    def __init__(self, values):
        self.values = iter(values)
        self.count = 0

    def __call__(self):
        self.count += 1
        return next(self.values, "asked too often")


class Endless(io.RawIOBase):
    """A file without end."""

    def read(self, size=-1):
        if size < 0:
            raise MemoryError
        return b"x" * size


def blocks(data, size):
    return first_of(read_blocks(io.BytesIO(data), size))


def values(given, last):
    """What `until` gives for these values, and how often it called for them."""
    function = Calls(given)
    return first_of(until(function, last)), function.count


def first_of(iterable, count=30):
    return list(itertools.islice(iterable, count))


def random_cases(seed, count):
    rng = random.Random(seed)
    for _ in range(count):
        series = rng.choices("abcd", k=9) + ["a"]
        yield rng.randbytes(rng.randrange(20)), rng.randrange(1, 9), series


def both(data, size, series):
    return blocks(data, size), values(series, "a")


def calls_of_iter(tree):
    """With how many arguments each call of `iter` is made."""
    return [
        len(node.args)
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "iter"
    ]


def sample_blocks():
    """
    >>> import io
    >>> list(read_blocks(io.BytesIO(b"abcdefgh"), 3))
    [b'abc', b'def', b'gh']
    """


def sample_until():
    """
    >>> rolls = iter([3, 5, 6, 2])
    >>> list(until(lambda: next(rolls), 6)), next(rolls)
    ([3, 5], 2)
    """


def case_block_sizes():
    """Each block is as long as it may be.

    >>> blocks(b"abcd", 2), blocks(b"abc", 1), blocks(b"abc", 100)
    ([b'ab', b'cd'], [b'a', b'b', b'c'], [b'abc'])
    >>> blocks(b"one;two;", 5)
    [b'one;t', b'wo;']
    """


def case_empty_file():
    """A file without content has no blocks, and a file at its end neither.

    >>> file = io.BytesIO(b"used up")
    >>> blocks(b"", 4), len(file.read()), first_of(read_blocks(file, 4))
    ([], 7, [])
    """


def case_short_reads():
    """A block may be short in the middle, as from a socket: only an empty one is the end.

    >>> pipe = Pipe(b"ab", b"cdefg", b"h", b"ij")
    >>> first_of(read_blocks(pipe, 4)), pipe.sizes
    ([b'ab', b'cdef', b'g', b'h', b'ij'], [4, 4, 4, 4, 4, 4])
    """


def case_reads_when_asked():
    """A block is read when somebody asks for it, not before, and never twice.

    >>> pipe = Pipe(b"abcdef")
    >>> source = read_blocks(pipe, 2)
    >>> [len(pipe.sizes), next(source), len(pipe.sizes), next(source), len(pipe.sizes)]
    [0, b'ab', 1, b'cd', 2]
    >>> first_of(source), first_of(source), pipe.sizes
    ([b'ef'], [], [2, 2, 2, 2])
    """


def case_endless_file():
    """A file may have no end.

    >>> first_of(read_blocks(Endless(), 5), 3)
    [b'xxxxx', b'xxxxx', b'xxxxx']
    """


def case_nothing_before_the_end():
    """If the first value is the last one, nothing is given.

    >>> values([6, 1, 2], 6), values(["end"], "end")
    (([], 1), ([], 1))
    """


def case_false_values():
    """Only `last` ends it: 0, None and the like are ordinary values.

    >>> values([1, 0, None, "", [], 7, 8], 7), values([2, None, 0, 3], 0)
    (([1, 0, None, '', []], 6), ([2, None], 3))
    >>> values(["a", None, "b"], None), values([0, "", "b"], "")
    ((['a'], 2), ([0], 2))
    """


def case_equal_not_identical():
    """A value that equals `last` ends it, be it the same object or not.

    >>> values([[1], [2], [3]], [2]), values([2.5, 1, 3.0, 4], 3), values([(1,), (2,)], tuple([2]))
    (([[1]], 2), ([2.5, 1], 3), ([(1,)], 2))
    """


def case_no_call_too_many():
    """After `last` the function must not be called again, however often somebody asks.

    >>> function = Calls("abcXde")
    >>> source = until(function, "X")
    >>> first_of(source), function.count, first_of(source), next(source, "end"), function.count
    (['a', 'b', 'c'], 4, [], 'end', 4)
    """


def case_one_call_at_a_time():
    """One value, one call: do not call before somebody asks.

    >>> function = Calls([10, 20, 30, 40])
    >>> source = until(function, 30)
    >>> [function.count, next(source), function.count, next(source), function.count]
    [0, 10, 1, 20, 2]
    >>> next(source, "end"), function.count
    ('end', 3)
    """


def case_exceptions_come_out():
    """An exception of the function belongs to the caller.

    >>> numbers = iter([4, 2, 0])
    >>> source = until(lambda: 8 // next(numbers), 5)
    >>> next(source), next(source)
    (2, 4)
    >>> next(source)
    Traceback (most recent call last):
    ZeroDivisionError
    """


def case_random():
    """Some file or series comes out wrong.

    >>> for case in random_cases(seed, 15): both(*case)  # doctest: +REFERENCE
    """


def source_two_forms():
    """Use `iter` with two arguments for the file, and do without it in `until`.

    >>> calls_of_iter(tree)
    [2]
    """
