"""Reverse a singly linked list by turning its links."""
import random
import sys
import tracemalloc

from answer import reverse


class Node:
    """What the candidate is given: a value and a link to the next node."""

    made = 0

    def __init__(self, value, next=None):
        Node.made += 1
        self.value, self.next = value, next


def build(values, node=Node):
    head = None
    for value in reversed(values):
        head = node(value, head)
    return head


def values(head, limit=100_000):
    found = []
    while head is not None and len(found) < limit:
        found.append(head.value)
        head = head.next
    return found if head is None else "a cycle"


def random_lists(seed, count):
    rng = random.Random(seed)
    for _ in range(count):
        yield build(rng.choices(range(-3, 4), k=rng.randrange(12)))


def extra_kib(length):
    """How much memory a call of `reverse` asks for, at its peak."""
    head = build(range(length))
    tracemalloc.start()
    reverse(head)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return peak // 1024


def stack_depth():
    frame, depth = sys._getframe(1), 0
    while frame is not None:
        frame, depth = frame.f_back, depth + 1
    return depth


class DepthNode(Node):
    """A node that notes how deep the stack of calls is when its link is written."""

    deepest = 0

    @property
    def next(self):
        return self._next

    @next.setter
    def next(self, node):
        DepthNode.deepest = max(DepthNode.deepest, stack_depth() - 1)
        self._next = node


def open_calls(length):
    """How many calls are open at once while `reverse` writes links."""
    head = build(range(length), DepthNode)
    DepthNode.deepest = 0
    reverse(head)
    return DepthNode.deepest - stack_depth()


def growing(size):
    return reverse, build(range(size))


def sample_three_nodes():
    """
    >>> values(reverse(build([1, 2, 3])))
    [3, 2, 1]
    """


def sample_empty_list():
    """
    >>> reverse(None)
    """


def case_one_node_and_two():
    """The shortest lists show whether both ends are right: try one node and two on paper.

    >>> values(reverse(build(["a"]))), values(reverse(build(["a", "b"])))
    (['a'], ['b', 'a'])
    """


def case_any_value_may_repeat():
    """A value may be anything and may repeat: only the links say where the list ends.

    >>> values(reverse(build([1, 1, 2, 1])))
    [1, 2, 1, 1]
    >>> values(reverse(build([None, 0, None, ""])))
    ['', None, 0, None]
    """


def case_old_links_are_turned():
    """The old head must end the new list: follow the links you were given.

    >>> head = build([1, 2, 3]); second = head.next
    >>> new_head = reverse(head)
    >>> values(head), values(second), values(new_head)
    ([1], [2, 1], [3, 2, 1])
    """


def case_in_place():
    """Turn the links of the nodes you are given: no new nodes, no moved values.

    >>> nodes = [build([5, 6, 7])]
    >>> nodes += [nodes[0].next, nodes[0].next.next]
    >>> made_before = Node.made
    >>> new_head = reverse(nodes[0])
    >>> Node.made - made_before, [node.value for node in nodes], new_head is nodes[2]
    (0, [5, 6, 7], True)
    """


def case_random():
    """Every node must come back exactly once: follow each link of your loop on paper.

    >>> for head in random_lists(seed, 20): values(reverse(head))  # doctest: +REFERENCE
    """


def case_fifty_thousand_nodes():
    """The interviewer said up to 50,000 nodes: one call for each node runs out of stack.

    >>> found = values(reverse(build(range(50_000))))
    >>> found[:3], found[-1], len(found)
    ([49999, 49998, 49997], 0, 50000)
    """


def case_no_store_of_nodes():
    """A few names are enough: do not collect the nodes, or their values, on the way.

    >>> extra_kib(50_000)  # doctest: +BETWEEN
    (0, 100)
    """


def case_no_stack_of_calls():
    """An open call for each node is memory too: extra space must not grow with the list.

    >>> open_calls(300)  # doctest: +BETWEEN
    (1, 20)
    """
