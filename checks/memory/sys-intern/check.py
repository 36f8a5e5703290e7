"""Equal tags share one string."""
import random

from answer import load_tags


class Label(str):
    """A subclass of str whose methods return labels again."""

    def strip(self, *args):
        return Label(super().strip(*args))


def objects(*tags):
    """Return how many values and how many objects there are among some tags."""
    return len(set(tags)), len({id(tag) for tag in tags})


def rows(count, names):
    """Make lines at run time, each a string of its own."""
    return ["".join([names[number % len(names)], "\n"]) for number in range(count)]


def kept():
    """Return how many things the module of the answer keeps in containers and caches."""
    total = 0
    for name, value in load_tags.__globals__.items():
        if isinstance(value, dict | list | set) and not name.startswith("__"):
            total += len(value)
        elif hasattr(value, "cache_info"):
            total += value.cache_info().currsize
    return total


def left_behind(lines):
    """Return by how much that grows when some lines are loaded, and how many tags came out."""
    before = kept()
    tags = load_tags(lines)
    return kept() - before, len(tags)


def files(seed, count):
    chance = random.Random(seed)
    signs = ["a", "b", " ", "\t", "é", "\n", "B"]
    for _ in range(count):
        yield ["".join(chance.choices(signs, k=chance.randrange(6))) for _ in range(8)]


def sample_shared():
    r"""
    >>> tags = load_tags(["red\n", " blue\n", "red\n", "red"])
    >>> tags, objects(*tags)
    (['red', 'blue', 'red', 'red'], (2, 2))
    """


def sample_empty_lines():
    r"""
    >>> load_tags(["", "red", "  \n", "\n", "blue"]), load_tags([])
    (['red', 'blue'], [])
    """


def case_order_and_repetitions():
    """There is one tag for each line, in order; case makes a difference.

    >>> load_tags(["b", "a", "b", "B", "a", "c", "b"])
    ['b', 'a', 'b', 'B', 'a', 'c', 'b']
    >>> objects(*load_tags(rows(6, ["Red", "red"])))
    (2, 2)
    """


def case_white_space():
    r"""White space around a tag goes, of every kind; inside it stays.

    >>> tags = load_tags(["\tdark red \r\n", "dark red", "  dark  red", "\x0b\xa0", "dark red\n"])
    >>> tags, objects(*tags)
    (['dark red', 'dark red', 'dark  red', 'dark red'], (2, 2))
    """


def case_generator():
    r"""The lines may come from a generator, which can be gone over once.

    >>> tags = load_tags(line for line in rows(5, ["on", " ", "off"]))
    >>> tags, objects(*tags)
    (['on', 'off', 'on'], (2, 2))
    >>> load_tags(iter(["x\n"])), load_tags(("a ", "b"))
    (['x'], ['a', 'b'])
    """


def case_subclass_of_str():
    r"""Instances of a subclass become plain strings, shared with equal ones.

    >>> tags = load_tags([Label(" red\n"), "red\n", Label("red"), Label(" ")])
    >>> tags, [type(tag).__name__ for tag in tags], objects(*tags)
    (['red', 'red', 'red'], ['str', 'str', 'str'], (1, 1))
    """


def case_two_calls():
    """Equal tags of different calls are one object too.

    >>> first = load_tags(rows(4, ["north", "south"]))
    >>> second = load_tags(rows(6, ["south", "east"]))
    >>> objects(*first, *second), second[:2]
    ((3, 3), ['south', 'east'])
    """


def case_programs_own_names():
    """A tag that equals a name in the program is the string that the program has.

    >>> objects(left_behind.__name__, *load_tags(rows(3, ["left_behind"])))
    (1, 1)
    >>> objects(Label.__name__, *load_tags([" Label ", "Labels"]))
    (2, 2)
    """


def case_nothing_is_kept():
    """After the call the answer's module keeps nothing of what it has read.

    >>> left_behind(rows(300, [f"tag number {number}" for number in range(100)]))
    (0, 300)
    """


def case_ten_thousand_rows():
    """Ten thousand lines with five tags make five strings.

    >>> tags = load_tags(rows(10_000, ["red", "blue", "light green", "x", ""]))
    >>> len(tags), objects(*tags), tags[7_999]
    (8000, (4, 4), 'x')
    """


def case_many_different_tags():
    """Twenty thousand different tags are no problem either.

    >>> tags = load_tags(rows(40_000, [f"tag {number}" for number in range(20_000)]))
    >>> len(tags), objects(*tags), tags[31_234]
    (40000, (20000, 20000), 'tag 11234')
    """


def case_random():
    """The tags of some file are wrong: try white space before, after and inside.

    >>> for lines in files(seed, 20): load_tags(lines)  # doctest: +REFERENCE
    """
