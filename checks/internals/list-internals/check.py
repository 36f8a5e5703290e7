"""A dynamic array over fixed blocks."""
import ast
import gc
import random
import weakref

from answer import DynArray


class Memory:
    """Gives blocks of cells and counts: cells in all, blocks, and cells that are still held."""

    def __init__(self):
        self.cells = self.blocks = self.held = 0

    def alloc(self, size):
        self.cells += size
        self.blocks += 1
        self.held += size
        return Block(self, size)


class Block:
    def __init__(self, memory, size):
        self.memory, self.cells = memory, [None] * size

    def __del__(self):
        self.memory.held -= len(self.cells)

    def __len__(self):
        return len(self.cells)

    def __getitem__(self, place):
        return self.cells[self.checked(place)]

    def __setitem__(self, place, item):
        self.cells[self.checked(place)] = item

    def checked(self, place):
        if type(place) is not int or not 0 <= place < len(self.cells):
            raise MemoryError(f"no cell {place!r} in a block of {len(self.cells)}")
        return place


class Payload:
    """An item that can be watched."""


def filled(items, memory=None):
    array = DynArray((memory or Memory()).alloc)
    for item in items:
        array.append(item)
    return array


def content(array):
    return [array[index] for index in range(len(array))]


def inserted(items, index, item):
    array = filled(items)
    array.insert(index, item)
    return content(array)


def cells_for(count):
    """Cells asked for by so many appends."""
    memory = Memory()
    filled(range(count), memory)
    return memory.cells


def cells_held(count, keep):
    """Append so many items, pop until so many are left; cells that are still held."""
    memory = Memory()
    array = filled(range(count), memory)
    popped = [array.pop() for _ in range(count - keep)]
    gc.collect()
    return memory.held, len(popped), content(array)[-2:]


def worst_border(lengths, turns):
    """Append and pop in turns at every length; the most cells asked for, per item."""
    memory = Memory()
    array, worst = filled([], memory), 0
    for length in range(lengths):
        before = memory.cells
        for turn in range(turns):
            array.append(turn)
            array.pop()
        for turn in range(turns):
            if length:
                array.append(array.pop())
        worst = max(worst, (memory.cells - before) // (length + 8))
        array.append(length)
    for length in range(lengths, 0, -1):
        before = memory.cells
        for turn in range(turns):
            array.append(turn)
            array.pop()
        worst = max(worst, (memory.cells - before) // (length + 8))
        array.pop()
    return worst


def too_many_cells(lengths):
    """The lengths, on the way up and down, at which more cells are held than allowed."""
    memory = Memory()
    array, bad = filled([], memory), []
    for length in range(1, lengths):
        array.append(length)
        bad += [length] * (memory.held > 4 * length + 16)
    for length in range(lengths - 2, -1, -1):
        array.pop()
        bad += [-length] * (memory.held > 4 * length + 16)
    return len(bad), bad[:3]


def too_many_appends(lengths):
    """The first numbers of appends that asked for more cells than allowed."""
    memory = Memory()
    array, bad = filled([], memory), []
    for length in range(1, lengths):
        array.append(length)
        bad += [length] * (memory.cells > 12 * length + 64)
    return bad[:3]


def alive_after_pops(count, keep):
    array = DynArray(Memory().alloc)
    watched = []
    for _ in range(count):
        payload = Payload()
        watched.append(weakref.ref(payload))
        array.append(payload)
    del payload
    for _ in range(count - keep):
        array.pop()
    gc.collect()
    return [number for number, reference in enumerate(watched) if reference() is not None]


def random_calls(seed, count):
    rng = random.Random(seed)
    for _ in range(count):
        up = rng.choice([1, 3])
        yield [
            (rng.choice(["append", "insert"] * up + ["pop", "get"]), rng.randrange(-12, 12))
            for _ in range(rng.randrange(60))
        ]


def replay(calls):
    array, got = DynArray(Memory().alloc), []
    for number, (name, index) in enumerate(calls):
        try:
            if name == "append":
                array.append(number)
            elif name == "insert":
                array.insert(index, number)
            elif name == "pop":
                got.append(array.pop())
            else:
                got.append(array[index])
        except IndexError:
            got.append("IndexError")
    return got, content(array)


def containers(tree):
    """Containers in which a program could keep items other than in blocks."""
    names = ("list", "dict", "set", "frozenset", "bytearray", "__import__")
    found = set()
    for node in ast.walk(tree):
        match node:
            case ast.ListComp() | ast.Dict() | ast.DictComp() | ast.Set() | ast.SetComp():
                found.add(type(node).__name__)
            case ast.ImportFrom(module="__future__" | "typing" | "collections.abc"):
                pass  # for type hints
            case ast.List(elts=[]) | ast.Import() | ast.ImportFrom() | ast.Starred():
                found.add(type(node).__name__)
            case ast.Name(id=name) if name in names:
                found.add(name)
    return sorted(found)


def sample_append_and_index():
    """
    >>> class Block:
    ...     def __init__(self, size):
    ...         self.cells = [None] * size
    ...     def __len__(self):
    ...         return len(self.cells)
    ...     def __getitem__(self, place):
    ...         return self.cells[place]
    ...     def __setitem__(self, place, item):
    ...         self.cells[place] = item
    >>> array = DynArray(Block)
    >>> for letter in "abcdef":
    ...     array.append(letter)
    >>> len(array), array[0], array[5], array[-1], array[-6]
    (6, 'a', 'f', 'f', 'a')
    """


def sample_insert_and_pop():
    """
    >>> array = DynArray(Memory().alloc)  # gives blocks like these and counts cells
    >>> for letter in "ace":
    ...     array.append(letter)
    >>> array.insert(1, "b"); array.insert(-1, "d")
    >>> [array[index] for index in range(5)], array.pop(), array.pop(), len(array)
    (['a', 'b', 'c', 'd', 'e'], 'e', 'd', 3)
    """


def case_index_errors():
    """An index that is out of range, and a pop from an empty array, are IndexErrors.

    >>> array = filled("abc")
    >>> array[3]
    Traceback (most recent call last):
    IndexError
    >>> array[-4]
    Traceback (most recent call last):
    IndexError
    >>> filled([]).pop()
    Traceback (most recent call last):
    IndexError
    >>> filled([])[0]
    Traceback (most recent call last):
    IndexError
    """


def case_spare_cells_are_hidden():
    """Spare cells of the block are not items of the array.

    >>> errors = []
    >>> for size in range(1, 40):
    ...     array = filled(range(size))
    ...     for index in (size, size + 1, -size - 1, -size - 2):
    ...         try:
    ...             errors.append(array[index])
    ...         except IndexError:
    ...             pass
    >>> errors, len(filled(range(39))), content(filled([None, None]))
    ([], 39, [None, None])
    """


def case_negative_indices():
    """Negative indices count from the end.

    >>> array = filled(range(10))
    >>> [array[index] for index in (-1, -2, -9, -10, 0, 9)]
    [9, 8, 1, 0, 0, 9]
    """


def case_insert_everywhere():
    """What stands at the index and behind it moves by one place.

    >>> [inserted("abc", index, "x") for index in range(4)]
    [['x', 'a', 'b', 'c'], ['a', 'x', 'b', 'c'], ['a', 'b', 'x', 'c'], ['a', 'b', 'c', 'x']]
    >>> "".join(inserted("abcde", -1, "x")), "".join(inserted("abcde", -5, "x"))
    ('abcdxe', 'xabcde')
    >>> array = filled([])
    >>> for number in range(20): array.insert(0, number)
    >>> content(array)
    [19, 18, 17, 16, 15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0]
    """


def case_insert_beyond_the_ends():
    """Like a list, `insert` puts an item at the nearer end if the index is beyond it.

    >>> inserted("ab", 9, "x"), inserted("ab", -9, "x"), inserted("ab", -2, "x"), inserted("", 5, 1)
    (['a', 'b', 'x'], ['x', 'a', 'b'], ['x', 'a', 'b'], [1])
    >>> inserted("ab", 3, "x"), inserted("ab", -3, "x"), inserted("", -1, 1)
    (['a', 'b', 'x'], ['x', 'a', 'b'], [1])
    """


def case_insert_when_full():
    """The block may be full when something is inserted, whatever its size.

    >>> results = [inserted(range(size), size // 2, "x") for size in range(40)]
    >>> [result.index("x") for result in results[::3]], {len(r) - n for n, r in enumerate(results)}
    ([0, 1, 3, 4, 6, 7, 9, 10, 12, 13, 15, 16, 18, 19], {1})
    >>> [result[-1] for result in results[1:6]], sum(results[39][20:]), sum(results[39][:19])
    ([0, 1, 2, 3, 4], 570, 171)
    """


def case_empty_again():
    """An array that was emptied can be filled again.

    >>> array = filled("abcdefghij")
    >>> "".join(array.pop() for _ in range(10)), len(array)
    ('jihgfedcba', 0)
    >>> array.append("x"); array.insert(0, "w")
    >>> content(array)
    ['w', 'x']
    """


def case_popped_items_are_freed():
    """Nothing may refer to a popped item any more.

    >>> alive_after_pops(10, 7), alive_after_pops(33, 3), alive_after_pops(5, 0)
    ([0, 1, 2, 3, 4, 5, 6], [0, 1, 2], [])
    """


def case_cells_for_appends():
    """The cells asked for must grow like the number of items: let sizes grow by a factor.

    >>> cells_for(10_000)  # doctest: +BETWEEN
    (10_000, 120_064)
    >>> cells_for(60_000)  # doctest: +BETWEEN
    (60_000, 720_064)
    """


def case_first_blocks():
    """Already the first appends must keep to 12n + 64 cells.

    >>> too_many_appends(300)
    []
    """


def case_cells_held_after_pops():
    """When items go, memory must go too.

    >>> held, popped, last = cells_held(10_000, 10)
    >>> popped, last
    (9990, [8, 9])
    >>> held  # doctest: +BETWEEN
    (10, 56)
    >>> too_many_cells(700)
    (0, [])
    """


def case_turns_at_every_border():
    """An append and a pop in turns must not move everything each time, at whatever length.

    >>> worst_border(150, turns=40)  # doctest: +BETWEEN
    (0, 6)
    """


def case_two_arrays():
    """Each array has its own block.

    >>> memory = Memory()
    >>> left, right = filled("ab", memory), filled("xyz", memory)
    >>> left.append("c")
    >>> left.pop(), right.pop()
    ('c', 'z')
    >>> content(left), content(right)
    (['a', 'b'], ['x', 'y'])
    """


def case_random():
    """Some series of calls gives a wrong item or order.

    >>> for calls in random_calls(seed, 30): replay(calls)  # doctest: +REFERENCE
    """


def source_blocks_only():
    """Items belong into blocks from `alloc`, not into a container of Python.

    >>> containers(tree)
    []
    """
