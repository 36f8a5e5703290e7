"""Two dataclasses with defaults, a computed field and an order."""
import ast
import dataclasses
import operator
import random

from answer import Line, Order


def order(number, *prices):
    return Order(number, [Line(f"thing {price}", price) for price in prices])


def setting(thing, name, value):
    """Set an attribute; return the outcome."""
    try:
        setattr(thing, name, value)
    except AttributeError:
        return "refused"
    return "done"


def field_names(cls):
    return [field.name for field in dataclasses.fields(cls)]


def compare(left, right):
    """Return the names of the comparisons that are true of two orders."""
    return [name for name in ("lt", "le", "eq", "ge", "gt") if getattr(operator, name)(left, right)]


def replaced(thing, **changes):
    return dataclasses.replace(thing, **changes)


def written_by_hand(tree):
    """Return the methods of a program that the decorator would have written."""
    names = {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}
    return sorted(names & {"__init__", "__eq__", "__ne__", "__lt__", "__le__", "__gt__", "__ge__"})


def baskets(seed, count):
    chance = random.Random(seed)
    for _ in range(count):
        yield [Line(name, chance.randint(0, 9), chance.randint(0, 4)) for name in "abc"]


def sample_total():
    """
    >>> Order(1, [Line("tea", 350), Line("cup", 120, 4)]).total
    830
    """


def sample_sorted_by_total():
    """
    >>> [order.id for order in sorted([order(1, 30), order(2, 10), order(3, 20)])]
    [2, 3, 1]
    """


def case_total_counts_quantities():
    """The total is the sum of price times quantity; without lines it is 0.

    >>> Order(1).total, order(2, 5).total, order(3, 1, 10, 100).total
    (0, 5, 111)
    >>> Order(4, [Line("a", 5, 3), Line("b", 7, 0), Line("c", 1, 10)]).total
    25
    >>> Line("a", 5).quantity, Line("a", 5, quantity=2).quantity, Order(id=9, lines=[]).total
    (1, 2, 0)
    """


def case_orders_share_no_list():
    """Each order without lines gets an empty list of its own.

    >>> first, second = Order(1), Order(2)
    >>> first.lines.append(Line("tea", 3))
    >>> len(first.lines), len(second.lines), len(Order(3).lines)
    (1, 0, 0)
    """


def case_only_the_total_compares():
    """Ids and lines do not count when orders are compared: only the total does.

    >>> compare(order(1, 10), order(2, 5, 5)), compare(order(9), order(1))
    (['le', 'eq', 'ge'], ['le', 'eq', 'ge'])
    >>> compare(order(1, 10), order(2, 3)), compare(order(1, 3), order(0, 4))
    (['ge', 'gt'], ['lt', 'le'])
    >>> [order.id for order in sorted([order(5, 9), order(1, 2, 7), order(4, 1), order(2, 9)])]
    [4, 5, 1, 2]
    """


def case_total_is_no_argument():
    """The total cannot be passed in, neither by place nor by name.

    >>> Order(1, [], 5)
    Traceback (most recent call last):
    TypeError
    >>> Order(1, total=5)
    Traceback (most recent call last):
    TypeError
    >>> Order(1, []).total, Order(1, lines=[Line("tea", 4)]).total
    (0, 4)
    """


def case_replace_computes_anew():
    """A copy made by `dataclasses.replace` has the total of its own lines.

    >>> old = order(1, 10, 20)
    >>> new = replaced(old, lines=[Line("tea", 7, 2)])
    >>> new.id, new.total, old.total, len(old.lines)
    (1, 14, 30, 2)
    >>> replaced(old, id=5).id, replaced(old, id=5).total
    (5, 30)
    """


def case_line_is_a_constant():
    """Nothing about a line can be set once it is made; the fields of an order can.

    >>> line = Line("tea", 3)
    >>> setting(line, "price", 4), setting(line, "name", "x"), setting(line, "quantity", 2)
    ('refused', 'refused', 'refused')
    >>> line.name, line.price, line.quantity
    ('tea', 3, 1)
    >>> changing = order(1)
    >>> setting(changing, "id", 7), changing.id
    ('done', 7)
    """


def case_line_is_a_key():
    """Equal lines are one key of a dict, different ones are different keys.

    >>> stock = {Line("tea", 3): 10, Line("tea", 4): 20, Line("tea", 3, 2): 30, Line("cup", 3): 40}
    >>> stock[Line("tea", 3)], stock[Line("tea", 4, 1)], stock[Line("tea", 3, 2)], len(stock)
    (10, 20, 30, 4)
    >>> Line("tea", 3) == Line("tea", 3, 1), Line("tea", 3) == ("tea", 3, 1)
    (True, False)
    """


def case_looks():
    """The decorator writes the `repr`, and tools see all fields in order.

    >>> repr(Line("tea", 3)), repr(order(7))
    ("Line(name='tea', price=3, quantity=1)", 'Order(id=7, lines=[], total=0)')
    >>> field_names(Line), field_names(Order)
    (['name', 'price', 'quantity'], ['id', 'lines', 'total'])
    >>> dataclasses.asdict(order(7, 5))
    {'id': 7, 'lines': [{'name': 'thing 5', 'price': 5, 'quantity': 1}], 'total': 5}
    """


def case_random():
    """The total of some basket is wrong.

    >>> for basket in baskets(seed, 20): Order(1, basket).total  # doctest: +REFERENCE
    """


def source_written_by_the_decorator():
    """The interviewer wants `__init__` and the comparisons written by the decorator.

    >>> written_by_hand(tree)
    []
    """
