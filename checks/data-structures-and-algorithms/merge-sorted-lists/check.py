"""Merge two sorted lists with as few comparisons as a merge needs."""
import ast
import random

from answer import merge


class Item:
    """Knows `<` and nothing else, which is all that `sorted` asks for, and counts its uses."""

    comparisons = 0

    def __init__(self, rank, label=""):
        self.rank, self.label = rank, label

    def __lt__(self, other):
        Item.comparisons += 1
        return self.rank < other.rank


def items(text):
    """Items from words such as `3x`: the digit is the rank, the letter only a label."""
    return [Item(int(word[0]), word) for word in text.split()]


def labels(merged):
    return " ".join(item.label for item in merged)


def comparisons(ranks_of_a, ranks_of_b):
    a, b = [Item(rank) for rank in ranks_of_a], [Item(rank) for rank in ranks_of_b]
    Item.comparisons = 0
    merge(a, b)
    return Item.comparisons


def sorted_pairs(seed, count):
    rng = random.Random(seed)
    for _ in range(count):
        a = sorted(rng.choices(range(-9, 10), k=rng.randrange(12)))
        b = sorted(rng.choices(range(-9, 10), k=rng.randrange(12)))
        yield a, b


def helpers_used(tree):
    """The names of library helpers in the answer's source that sort or merge by themselves."""
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Name):
            found.add(node.id)
        elif isinstance(node, ast.Attribute):
            found.add(node.attr)
        elif isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            found.update({node.module}, (alias.name for alias in node.names))
    return sorted(found & {"sort", "sorted", "heapq", "bisect", "insort", "insort_right"})


def growing(size):
    """Two lists of which the items alternate."""
    return merge, list(range(0, size, 2)), list(range(1, size, 2))


def sample_interleaved():
    """
    >>> merge([1, 4, 6], [2, 3, 7])
    [1, 2, 3, 4, 6, 7]
    """


def sample_different_lengths():
    """
    >>> merge(["fig"], ["apple", "kiwi", "pear"])
    ['apple', 'fig', 'kiwi', 'pear']
    """


def case_one_side_is_empty():
    """A list can be empty: then the result holds the items of the other one.

    >>> merge([], []), merge([], [7, 8]), merge([7, 8], [])
    ([], [7, 8], [7, 8])
    """


def case_one_side_is_used_up_first():
    """When one list is used up, the rest of the other still belongs in the result.

    >>> merge([1, 2], [5, 6, 7]), merge([5, 6, 7], [1, 2])
    ([1, 2, 5, 6, 7], [1, 2, 5, 6, 7])
    >>> merge([4], [1, 2, 8, 9])
    [1, 2, 4, 8, 9]
    """


def case_duplicates():
    """Every item comes out as often as it went in, also when it stands in both lists.

    >>> merge([1, 1, 3], [1, 3, 3, 5])
    [1, 1, 1, 3, 3, 3, 5]
    """


def case_zero_and_empty_text_are_items():
    """Zero and the empty string are items like any other: do not ask whether an item is true.

    >>> merge([-3, 0, 2], [-1, 0, 0, 5])
    [-3, -1, 0, 0, 0, 2, 5]
    >>> merge(["", "b"], ["", "a"])
    ['', '', 'a', 'b']
    """


def case_equal_items_of_a_come_first():
    """Of equal items those of `a` come first: take from `b` only if its item is smaller.

    >>> labels(merge(items("1a 2b 2c"), items("1x 2y 3z")))
    '1a 1x 2b 2c 2y 3z'
    >>> labels(merge(items("5a 5b"), items("5x 5y 5z")))
    '5a 5b 5x 5y 5z'
    """


def case_items_know_only_less_than():
    """The items need only support `<`, which is all that `sorted` asks of them.

    >>> labels(merge(items("2a 6b"), items("1x 3y 9z")))
    '1x 2a 3y 6b 9z'
    """


def case_inputs_stay_as_they_were():
    """The lists belong to the caller, who still needs them after the call.

    >>> a, b = [1, 5, 9], [2, 5]
    >>> merged = merge(a, b)
    >>> a, b, merged
    ([1, 5, 9], [2, 5], [1, 2, 5, 5, 9])
    """


def case_result_is_a_new_list():
    """The result is always a new list: changing it must not change `a` or `b`.

    >>> a, b, empty = [1, 2], [3], []
    >>> merge(a, empty).append(99)
    >>> merge(empty, b).append(99)
    >>> merge(empty, empty).append(99)
    >>> a, b, empty
    ([1, 2], [3], [])
    """


def case_number_of_comparisons():
    """Each comparison must place an item: n + m - 1 are enough for n and m items.

    >>> comparisons(range(0, 2000, 2), range(1, 2000, 2))   # doctest: +BETWEEN
    (1999, 1999)
    >>> comparisons(range(300), [-1])                       # doctest: +BETWEEN
    (1, 300)
    >>> comparisons([1000], range(300))                     # doctest: +BETWEEN
    (1, 300)
    """


def case_half_a_million_items_each():
    """With half a million items a list each step must be cheap: no shifting, slicing or recursion.

    >>> merged = merge(list(range(0, 1_000_000, 2)), list(range(1, 1_000_000, 2)))
    >>> len(merged), merged[:3], merged[654_321], merged[-1]
    (1000000, [0, 1, 2], 654321, 999999)
    """


def case_random():
    """Your merge is wrong for some short lists: try negative numbers, repeats, unequal lengths.

    >>> for a, b in sorted_pairs(seed, 20): merge(a, b)     # doctest: +REFERENCE
    """


def source_merges_by_hand():
    """The interviewer asked for the merge itself, not for a library call that sorts or merges.

    >>> helpers_used(tree)
    []
    """
