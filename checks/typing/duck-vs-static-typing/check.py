"""Write to anything that can write, count whatever can be counted."""
import io
import random

from answer import dump, size


class Pen:
    """Something that can write, and nothing else."""

    __slots__ = ("texts",)

    def __init__(self):
        self.texts = []

    def write(self, text):
        self.texts.append(text)


class BrokenPen(Pen):
    """A pen that fails at the third line, perhaps because of a bug of its own."""

    def __init__(self, error):
        super().__init__()
        self.error = error

    def write(self, text):
        if "".join(self.texts).count("\n") == 2:
            raise self.error
        super().write(text)


class Shelf:
    """Something that can be iterated in the old way only, by index."""

    def __init__(self, *things):
        self.things = things

    def __getitem__(self, index):
        return self.things[index]


class Box:
    """Something with a length and nothing to iterate."""

    def __len__(self):
        return 12


class BrokenBox:
    """Something with items, and with a `__len__` that fails."""

    def __init__(self, error):
        self.error = error

    def __len__(self):
        raise self.error

    def __iter__(self):
        return iter("abc")


class Measured(list):
    """A list that counts how often somebody begins to iterate over it."""

    iterated = 0

    def __iter__(self):
        self.iterated += 1
        return super().__iter__()


def text_file():
    return io.StringIO()


def dumped(records):
    """Return what `dump` gave and what it wrote."""
    pen = Pen()
    return dump(records, pen), "".join(pen.texts)


def broken(error):
    """Dump to a pen that fails; return the error and what was written until then."""
    pen = BrokenPen(error)
    try:
        outcome = dump("abcde", pen)
    except (AttributeError, OSError, TypeError, ValueError) as raised:
        outcome = type(raised).__name__, raised is error
    return outcome, "".join(pen.texts)


def interrupted():
    """Dump records of which the third one cannot be had; return what was written until then."""
    pen = Pen()

    def records():
        yield from "ab"
        raise LookupError

    try:
        dump(records(), pen)
    except LookupError as error:
        return type(error).__name__, "".join(pen.texts)


def size_or_error(things):
    try:
        return size(things)
    except (ArithmeticError, AttributeError, TypeError, ValueError) as error:
        return type(error).__name__


def lists(seed, count):
    chance = random.Random(seed)
    for _ in range(count):
        yield [chance.choice([1, "two", 3.5, None, "", [4]]) for _ in range(chance.randrange(6))]


def sample_dump():
    """
    >>> import io
    >>> text = io.StringIO()
    >>> dump(["red", 2], text), text.getvalue()
    (2, 'red\\n2\\n')
    """


def sample_size():
    """
    >>> size("four"), size(n for n in range(5))
    (4, 5)
    """


def case_only_write():
    """`out` has a `write` and perhaps nothing else; after the call it can still be used.

    >>> dumped(["a", "b"]), dumped([])
    ((2, 'a\\nb\\n'), (0, ''))
    >>> text = text_file()
    >>> dump("ab", text), dump([1], text), text.getvalue()
    (2, 1, 'a\\nb\\n1\\n')
    """


def case_anything_iterable():
    """Records may come from any iterable, even from one that can be walked only once.

    >>> dumped(iter([1, 2, 3])), dumped({"k": 1, "l": 2}), dumped(Shelf("x", "y"))
    ((3, '1\\n2\\n3\\n'), (2, 'k\\nl\\n'), (2, 'x\\ny\\n'))
    >>> dumped((n, -n) for n in range(2))
    (2, '(0, 0)\\n(1, -1)\\n')
    """


def case_records_of_any_kind():
    """Each record is a line, as `str` shows it, the empty and the false ones too.

    >>> dumped([None, "", 0, [1, "a"], "two words"])
    (5, "None\\n\\n0\\n[1, 'a']\\ntwo words\\n")
    """


def case_written_one_by_one():
    """What could be written before a failure is written.

    >>> interrupted()
    ('LookupError', 'a\\nb\\n')
    """


def case_errors_of_write():
    """An error inside `write` is for the caller, whatever its class.

    >>> broken(OSError("disk full"))
    (('OSError', True), 'a\\nb\\n')
    >>> broken(AttributeError("a bug in write")), broken(TypeError("another bug"))
    ((('AttributeError', True), 'a\\nb\\n'), (('TypeError', True), 'a\\nb\\n'))
    """


def case_out_without_write():
    """Something that cannot write is a mistake: AttributeError.

    >>> dump(["a"], [])
    Traceback (most recent call last):
    AttributeError
    """


def case_len_is_enough():
    """A length is asked for, not counted, and need not come with items.

    >>> words = Measured("abc")
    >>> size(Box()), size(words), words.iterated, size({"k": 1}), size(range(10**9)), size([])
    (12, 3, 0, 1, 1000000000, 0)
    """


def case_size_by_iterating():
    """Without a length, whatever can be iterated can be counted.

    >>> size(iter([])), size(map(str, [1, 2, 3])), size(Shelf("a", "b")), size(open for _ in "ab")
    (0, 3, 2, 2)
    """


def case_errors_of_len():
    """A `__len__` that fails is no missing one: its error goes to the caller, TypeError too.

    >>> size_or_error(BrokenBox(ValueError())), size_or_error(BrokenBox(TypeError()))
    ('ValueError', 'TypeError')
    >>> size_or_error(BrokenBox(AttributeError())), size_or_error(BrokenBox(ZeroDivisionError()))
    ('AttributeError', 'ZeroDivisionError')
    """


def case_neither_length_nor_items():
    """What has no length and no items has no size: TypeError.

    >>> size(5)
    Traceback (most recent call last):
    TypeError
    >>> size(None)
    Traceback (most recent call last):
    TypeError
    """


def case_size_of_a_long_stream():
    """Counting needs no memory for what was counted.

    >>> size(bytes(200_000) for _ in range(4000))
    4000
    """


def case_random():
    """Some list of records is written wrongly.

    >>> for records in lists(seed, 15): dumped(records), size(iter(records))  # doctest: +REFERENCE
    """
