"""Find the node at which a linked list enters a cycle."""
import random
import tracemalloc
from itertools import pairwise

from answer import cycle_start


class Node:
    """What the candidate is given: a value and a link to the next node."""

    def __init__(self, value):
        self.value, self.next = value, None


class UnhashableNode(Node):
    __hash__ = None


class AgreeableNode(Node):
    """A node that claims to equal everything."""

    def __eq__(self, other):
        return True

    def __hash__(self):
        return id(self)


class CountedNode(Node):
    """A node that counts how often a link is followed."""

    followed = 0

    @property
    def next(self):
        CountedNode.followed += 1
        return self._next

    @next.setter
    def next(self, node):
        self._next = node


def linked(values, back_to=None, node=Node):
    """The nodes of a list, in order; the last leads back to number `back_to`, or ends the list."""
    nodes = [node(value) for value in values]
    for left, right in pairwise(nodes):
        left.next = right
    if back_to is not None:
        nodes[-1].next = nodes[back_to]
    return nodes


def place(nodes, wanted):
    if wanted is None:
        return None
    for index, node in enumerate(nodes):
        if node is wanted:
            return index
    return "not a node of the list"


def found_at(nodes):
    """The number of the node that the answer returns for this list."""
    return place(nodes, cycle_start(nodes[0] if nodes else None))


def random_lists(seed, count):
    rng = random.Random(seed)
    for _ in range(count):
        length = rng.randrange(1, 15)
        yield linked(rng.choices("ab", k=length), rng.choice([None, *range(length)]))


def links_followed(length, back_to):
    head = linked(range(length), back_to, CountedNode)[0]
    CountedNode.followed = 0
    cycle_start(head)
    return CountedNode.followed


def extra_kib(length, back_to):
    """How much memory a call asks for, at its peak."""
    nodes = linked(range(length), back_to)
    tracemalloc.start()
    cycle_start(nodes[0])
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return peak // 1024


def growing(size):
    """A tail of a third of the nodes, and a cycle of the others."""
    return cycle_start, linked(range(size), back_to=size // 3)[0]


def sample_last_node_leads_back_to_the_third():
    """
    >>> nodes = linked("abcde", back_to=2)
    >>> cycle_start(nodes[0]).value
    'c'
    """


def sample_list_that_ends():
    """
    >>> nodes = linked("abc")
    >>> cycle_start(nodes[0])
    """


def case_short_lists_that_end():
    """Whoever takes two steps at once must look before each of them: the list may end there.

    >>> [found_at(linked(range(length))) for length in range(6)]
    [None, None, None, None, None, None]
    """


def case_one_node_in_the_cycle():
    """A node may lead to itself; then the cycle has one node.

    >>> found_at(linked("a", back_to=0)), found_at(linked("abcd", back_to=3))
    (0, 3)
    """


def case_whole_list_is_a_cycle():
    """The last node may lead back to the head; then the head is the start.

    >>> [found_at(linked(range(length), back_to=0)) for length in (2, 3, 4, 7)]
    [0, 0, 0, 0]
    """


def case_every_short_cycle():
    """The two names may meet anywhere in the cycle; the start takes a second walk.

    >>> [[found_at(linked("abcde"[:n], start)) for start in range(n)] for n in (3, 4, 5)]
    [[0, 1, 2], [0, 1, 2, 3], [0, 1, 2, 3, 4]]
    """


def case_long_tail_and_long_cycle():
    """The tail may be far longer than the cycle, or the cycle than the tail.

    >>> found_at(linked(range(100), back_to=97)), found_at(linked(range(101), back_to=1))
    (97, 1)
    """


def case_equal_values():
    """Equal values prove nothing: two nodes may hold the same value without a cycle.

    >>> found_at(linked([7, 7, 7, 7, 7])), found_at(linked([7, 7, 7, 7, 7], back_to=3))
    (None, 3)
    """


def case_nodes_equal_to_everything():
    """Ask for the same node with `is`: a node's `==` may say anything.

    >>> found_at(linked("abcd", None, AgreeableNode)), found_at(linked("abcd", 2, AgreeableNode))
    (None, 2)
    """


def case_unhashable_nodes():
    """A node need not be hashable, and you need not remember nodes.

    >>> found_at(linked("abcd", None, UnhashableNode)), found_at(linked("abcd", 1, UnhashableNode))
    (None, 1)
    """


def case_list_is_left_alone():
    """The list is not yours: no marks, no changed values, no changed links.

    >>> nodes = linked("abc", back_to=1)
    >>> _ = cycle_start(nodes[0])
    >>> [node.value for node in nodes], [place(nodes, node.next) for node in nodes]
    (['a', 'b', 'c'], [1, 2, 1])
    >>> sorted({name for node in nodes for name in vars(node)})
    ['next', 'value']
    """


def case_random():
    """Some list came out wrong: draw one with a tail of two and a cycle of three, and walk it.

    >>> for nodes in random_lists(seed, 20): found_at(nodes)  # doctest: +REFERENCE
    """


def case_number_of_links_followed():
    """A few walks along the list are enough; do not begin again at every node.

    >>> links_followed(1000, back_to=400)  # doctest: +BETWEEN
    (1000, 8000)
    >>> links_followed(1000, back_to=None)  # doctest: +BETWEEN
    (1000, 8000)
    """


def case_hundred_thousand_nodes():
    """A long list must not take more than time in proportion to its length.

    >>> found_at(linked(range(100_000), back_to=60_000)), found_at(linked(range(100_000)))
    (60000, None)
    """


def case_no_store_of_nodes():
    """Two names are enough: remembered nodes, or their ids, are memory that grows with the list.

    >>> extra_kib(50_000, back_to=20_000)  # doctest: +BETWEEN
    (0, 100)
    """
