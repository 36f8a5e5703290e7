"""Build a first-in, first-out queue out of two stacks."""
import random

from answer import Queue

stacks_made = []


class Stack:
    """A stack and nothing more; the class counts what is pushed and popped."""

    moves = 0

    def __init__(self):
        self._items = []
        stacks_made.append(self)

    def append(self, item):
        self._items.append(item)
        Stack.moves += 1

    def pop(self):
        Stack.moves += 1
        return self._items.pop()

    def __getitem__(self, index):
        if index != -1:
            raise TypeError("a stack shows only its top: stack[-1]")
        return self._items[-1]

    def __len__(self):
        return len(self._items)


class Parcel:
    """An item that may be carried, but not compared, hashed or tested."""

    def __init__(self, label):
        self.label = label

    def __eq__(self, other):
        raise TypeError("do not compare the items")

    def __bool__(self):
        raise TypeError("do not test the items")


def filled(items, new_stack=Stack):
    queue = Queue(new_stack)
    for item in items:
        queue.enqueue(item)
    return queue


def taken(queue, count):
    return [queue.dequeue() for _ in range(count)]


def scripts(seed, count):
    """Random runs of operations; an item is the number of the step that brings it."""
    rng = random.Random(seed)
    names = ["enqueue", "dequeue", "peek", "len"]
    for _ in range(count):
        yield rng.choices(names, weights=[5, 4, 2, 1], k=40)


def play(script):
    queue, seen = Queue(Stack), []
    for step, name in enumerate(script):
        try:
            if name == "enqueue":
                queue.enqueue(step)
            elif name == "len":
                seen.append(len(queue))
            else:
                seen.append(getattr(queue, name)())
        except IndexError:
            seen.append("empty")
    return seen


def pass_through(queue, numbers):
    """Enqueue each number and dequeue one, so that the backlog keeps its length."""
    found = []
    for number in numbers:
        queue.enqueue(number)
        found.append(queue.dequeue())
    return found


def moves_of_fill_and_drain(size):
    before = Stack.moves
    taken(filled(range(size)), size)
    return Stack.moves - before


def moves_behind_a_backlog(backlog, size):
    before = Stack.moves
    pass_through(filled(range(backlog)), range(size))
    return Stack.moves - before


def moves_of_peeks(size):
    before = Stack.moves
    queue = filled(range(size))
    for _ in range(size):
        queue.peek()
    return Stack.moves - before


def growing(size):
    """A backlog that has been poured over already: twenty items come and twenty go."""
    queue = filled(range(size + 50), list)
    queue.dequeue()
    return pass_through, queue, range(20)


def sample_first_in_first_out():
    """
    >>> queue = Queue()
    >>> queue.enqueue("ann"); queue.enqueue("bob"); queue.enqueue("cy")
    >>> queue.dequeue(), queue.peek(), len(queue)
    ('ann', 'bob', 2)
    """


def sample_empty_queue():
    """
    >>> Queue().dequeue()
    Traceback (most recent call last):
    IndexError: the queue is empty
    """


def case_refill_keeps_order():
    """Items that arrive while older ones wait to leave must stay behind them.

    >>> queue = filled("abc")
    >>> first = queue.dequeue()
    >>> queue.enqueue("d"); queue.enqueue("e")
    >>> first, queue.dequeue(), taken(queue, 3)
    ('a', 'b', ['c', 'd', 'e'])
    """


def case_peek_leaves_the_item():
    """Peek shows the front and leaves it there, also right after the first enqueue.

    >>> queue = filled([7, 8])
    >>> queue.peek(), queue.peek(), len(queue)
    (7, 7, 2)
    >>> queue.dequeue(), queue.peek(), queue.dequeue()
    (7, 8, 8)
    """


def case_length_counts_both_stacks():
    """Items wait in two places, and the length is the sum of both.

    >>> queue = filled("abcd")
    >>> lengths = [len(queue)]
    >>> _ = queue.dequeue(); lengths.append(len(queue))
    >>> queue.enqueue("e"); lengths.append(len(queue))
    >>> lengths, len(Queue())
    ([4, 3, 4], 0)
    """


def case_peek_into_an_empty_queue():
    """There is no front to show in an empty queue: raise IndexError, as for dequeue.

    >>> Queue().peek()
    Traceback (most recent call last):
    IndexError: the queue is empty
    """


def case_usable_after_running_empty():
    """An IndexError reports an empty queue; it must not break it.

    >>> queue = filled("a")
    >>> _ = queue.dequeue()
    >>> queue.dequeue()
    Traceback (most recent call last):
    IndexError: the queue is empty
    >>> queue.enqueue("b"); queue.enqueue("c")
    >>> len(queue), queue.dequeue(), queue.peek()
    (2, 'b', 'c')
    """


def case_none_and_other_falsy_items():
    """None and 0 are items like any other: ask a stack for its length, not an item for its truth.

    >>> queue = filled([None, 0, "", None])
    >>> queue.peek(), taken(queue, 4)
    (None, [None, 0, '', None])
    """


def case_items_are_only_carried():
    """The queue carries items; it has no reason to compare, hash or test them.

    >>> queue = filled([Parcel("x"), Parcel("y"), Parcel("z")])
    >>> queue.peek().label, [parcel.label for parcel in taken(queue, 3)]
    ('x', ['x', 'y', 'z'])
    """


def case_two_queues():
    """Each queue needs two stacks of its own.

    >>> left, right = filled("ab"), filled([1, 2])
    >>> left.dequeue(), right.dequeue(), left.dequeue(), right.dequeue()
    ('a', 1, 'b', 2)
    """


def case_two_stacks_hold_everything():
    """All items live in two stacks made by new_stack(), and there are no further stacks.

    >>> made_before = len(stacks_made)
    >>> queue = filled("abcde")
    >>> _ = queue.dequeue(); queue.enqueue("f"); queue.enqueue("g"); _ = queue.peek()
    >>> stacks = stacks_made[made_before:]
    >>> len(stacks), sum(len(stack) for stack in stacks)
    (2, 6)
    """


def case_random():
    """Some mix of operations came out wrong: try enqueue, dequeue, enqueue, dequeue on paper.

    >>> for script in scripts(seed, 20): play(script)  # doctest: +REFERENCE
    """


def case_moves_of_fill_and_drain():
    """Two pushes and two pops see an item through the queue: it need not move at every dequeue.

    >>> moves_of_fill_and_drain(1000)  # doctest: +BETWEEN
    (2000, 8000)
    """


def case_moves_behind_a_backlog():
    """Do not move waiting items back: each item changes stacks once at most.

    >>> moves_behind_a_backlog(200, 400)  # doctest: +BETWEEN
    (1000, 4800)
    """


def case_moves_of_peeks():
    """Looking at the front a thousand times must not move a thousand items each time.

    >>> moves_of_peeks(1000)  # doctest: +BETWEEN
    (1000, 8000)
    """


def case_long_backlog():
    """With 50,000 items waiting, moving all of them for each dequeue takes far too long.

    >>> queue = filled(range(50_000), list)
    >>> found = pass_through(queue, range(50_000, 100_000))
    >>> found[:3], found[-1], len(queue), queue.peek()
    ([0, 1, 2], 49999, 50000, 50000)
    """
