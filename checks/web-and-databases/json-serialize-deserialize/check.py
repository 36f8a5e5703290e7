"""JSON text and back: equal, of the same types, or refused."""
import json
import random
from dataclasses import fields
from datetime import UTC, date, datetime, timedelta, timezone  # noqa: F401
from decimal import Decimal

from answer import Order, dumps, loads

INDIA = timezone(timedelta(hours=5, minutes=30))
NOON = datetime(2024, 5, 17, 12, 0, tzinfo=UTC)


def described(value):
    """The value with its types, in builtin types only."""
    kind = type(value)
    if value is None or kind in (bool, int, float, str):
        return value
    if kind is list:
        return [described(item) for item in value]
    if kind is dict:
        return {key: described(item) for key, item in value.items()}
    if kind is set:
        return "set", sorted(repr(described(item)) for item in value)
    if kind is Order:
        return "Order", [described(getattr(value, each.name)) for each in fields(value)]
    if kind in (Decimal, datetime):
        return kind.__name__, str(value)
    return "other", kind.__name__


def trip(value):
    """There and back again."""
    return described(loads(dumps(value)))


def outcome(function, *arguments):
    try:
        return described(function(*arguments))
    except Exception as error:  # noqa: BLE001
        kinds = (TypeError, ValueError)
        return next((kind.__name__ for kind in kinds if isinstance(error, kind)), repr(error))


def refusals(function, *arguments):
    """What the function makes of each argument."""
    return [outcome(function, argument) for argument in arguments]


def standard(text):
    """The text as a strict parser of another program reads it."""

    def refuse(name):
        raise ValueError(name)

    json.loads(text, parse_constant=refuse)
    return "JSON"


def mistaken(*values):
    """Plain JSON that looks like your encoding of a value must not come back as that value."""
    found = []
    for value in values:
        plain = json.loads(dumps(value))
        back = outcome(lambda plain=plain: loads(dumps(plain)))
        if back not in (described(plain), "TypeError", "ValueError"):
            found.append(back)
    return found


def order():
    lines = [{"sku": "A-1", "price": Decimal("9.95")}]
    return Order(7, "Zoë", NOON, Decimal("19.90"), {"gift"}, lines)


def values(seed, count):
    rng = random.Random(seed)

    def scalar():
        return rng.choice([
            None, True, rng.randrange(-9, 9), rng.random(), rng.choice(["", "ä", "1.0", "x"]),
            Decimal(rng.randrange(1000)).scaleb(-2), NOON + timedelta(seconds=rng.randrange(10**6)),
        ])

    def value(depth):
        kind = rng.randrange(6) if depth else 0
        if kind == 1:
            return [value(depth - 1) for _ in range(rng.randrange(4))]
        if kind == 2:
            return {rng.choice("abcd"): value(depth - 1) for _ in range(rng.randrange(4))}
        if kind == 3:
            return {scalar() for _ in range(rng.randrange(3))}
        if kind == 4:
            return Order(1, "x", NOON, Decimal(2), {scalar()}, [value(depth - 1)])
        return scalar()

    return [value(3) for _ in range(count)]


def sample_order():
    """
    >>> order = Order(7, "Zoë", NOON, Decimal("19.90"), {"gift"}, [{"price": Decimal("9.95")}])
    >>> loads(dumps(order)) == order, type(dumps(order)).__name__
    (True, 'str')
    """


def sample_plain_json():
    """
    >>> loads('{"a": [1, 2.5, null, true], "b": {}}')
    {'a': [1, 2.5, None, True], 'b': {}}
    """


def case_decimals():
    """A Decimal keeps every digit, trailing zeros too: it must not pass through a float.

    >>> for text in ("0.1", "1.10", "1E+3", "-0", "12345678901234567890.123456789"):
    ...     trip(Decimal(text))
    ('Decimal', '0.1')
    ('Decimal', '1.10')
    ('Decimal', '1E+3')
    ('Decimal', '-0')
    ('Decimal', '12345678901234567890.123456789')
    """


def case_datetimes():
    """A datetime keeps its microseconds and its offset from UTC.

    >>> trip(NOON), trip(datetime(2024, 1, 31, 23, 59, 58, 1234, tzinfo=INDIA))
    (('datetime', '2024-05-17 12:00:00+00:00'), ('datetime', '2024-01-31 23:59:58.001234+05:30'))
    >>> trip(datetime(1999, 12, 31, 7, 8, 9))
    ('datetime', '1999-12-31 07:08:09')
    """


def case_sets():
    """A set comes back as a set, also if it is empty or stands within a list.

    >>> trip({1, 2}), trip(set()), trip([{"a"}, [set()]])
    (('set', ['1', '2']), ('set', []), [('set', ["'a'"]), [('set', [])]])
    >>> trip({Decimal("1.0"), None})
    ('set', ["('Decimal', '1.0')", 'None'])
    """


def case_orders():
    """An Order comes back as an Order, with all its fields in their own types.

    >>> trip(order())
    ('Order', [7, 'Zoë', ('datetime', '2024-05-17 12:00:00+00:00'), ('Decimal', '19.90'),
               ('set', ["'gift'"]), [{'sku': 'A-1', 'price': ('Decimal', '9.95')}]])
    """


def case_nested():
    """Special values may stand at any depth, orders within orders too.

    >>> inner = Order(2, "b", NOON, Decimal(1))
    >>> trip({"all": [Order(1, "a", NOON, Decimal(0), set(), [inner])], "n": None})["all"][0][1][5]
    [('Order', [2, 'b', ('datetime', '2024-05-17 12:00:00+00:00'), ('Decimal', '1'), ('set', []),
                []])]
    """


def case_plain_values():
    """What JSON knows is written as it is.

    >>> [dumps(value) for value in (None, True, 12, -0.5, "a", [], {})]
    ['null', 'true', '12', '-0.5', '"a"', '[]', '{}']
    >>> trip([1, 1.0, True, "1", None, {"a": {"b": []}}])
    [1, 1.0, True, '1', None, {'a': {'b': []}}]
    """


def case_letters_are_kept():
    """Letters beyond ASCII stand in the text as themselves.

    >>> dumps("Zoë"), dumps(["日本"]).strip(), trip("a\\n\u2028\U0001f600")
    ('"Zoë"', '["日本"]', 'a\\n\u2028\U0001f600')
    """


def case_text_is_json():
    """Other programs must be able to parse the text.

    >>> [standard(dumps(value)) for value in (order(), {1}, [NOON], {"a": Decimal("0.10")})]
    ['JSON', 'JSON', 'JSON', 'JSON']
    """


def case_unknown_types():
    """A type that would not come back is a TypeError, not null, a text or a list.

    >>> refusals(dumps, object(), 1j, b"x", (1, 2), frozenset(), date(2024, 1, 1))
    ['TypeError', 'TypeError', 'TypeError', 'TypeError', 'TypeError', 'TypeError']
    >>> refusals(dumps, [[{"a": (1,)}]], {"a": [b""]}, Order(1, "a", NOON, 1, set(), [object()]))
    ['TypeError', 'TypeError', 'TypeError']
    """


def case_keys_of_other_types():
    """JSON has only keys of text: `json.dumps` would turn 1 into '1', so refuse it.

    >>> refusals(dumps, {1: "a"}, {None: 1}, {True: 1}, [{"a": {2.5: 1}}], {("a",): 1})
    ['TypeError', 'TypeError', 'TypeError', 'TypeError', 'TypeError']
    """


def case_nan():
    """NaN and infinity are not JSON, neither written nor read.

    >>> refusals(dumps, float("nan"), [float("inf")], {"a": float("-inf")})
    ['ValueError', 'ValueError', 'ValueError']
    >>> refusals(loads, "NaN", "[Infinity]", '{"a": -Infinity}')
    ['ValueError', 'ValueError', 'ValueError']
    """


def case_text_that_is_not_json():
    """Broken text is a ValueError.

    >>> refusals(loads, "", "{'a': 1}", "[1,]", '{"a": 1} x', "[1", "None")
    ['ValueError', 'ValueError', 'ValueError', 'ValueError', 'ValueError', 'ValueError']
    """


def case_doubled_keys():
    """A key that occurs twice is an error; the parser would keep the last one and say nothing.

    >>> refusals(loads, '{"a": 1, "a": 2}', '[{"b": {"c": 1, "d": 2, "c": 1}}]', '{"a": 1, "b": 1}')
    ['ValueError', 'ValueError', {'a': 1, 'b': 1}]
    """


def case_lookalikes():
    """A text that looks like a date stays a text, and a dict that looks like your encoding stays a
    dict.

    >>> trip(["2024-05-17T12:00:00+00:00", "2024-05-17 12:00:00+00:00", "19.90", "set()"])
    ['2024-05-17T12:00:00+00:00', '2024-05-17 12:00:00+00:00', '19.90', 'set()']
    >>> mistaken(Decimal("1.10"), NOON, {1}, order())
    []
    """


def case_value_stays_as_it_was():
    """Writing a value must not change it.

    >>> value = [order(), {"k": {Decimal("2.50")}}]
    >>> first, second = dumps(value), dumps(value)
    >>> first == second, described(value)[0][1][3:5], described(value)[1]
    (True, [('Decimal', '19.90'), ('set', ["'gift'"])], {'k': ('set', ["('Decimal', '2.50')"])})
    """


def case_random():
    """Some nested value does not come back as it was.

    >>> for value in values(seed, 30): trip(value)                   # doctest: +REFERENCE
    """


def source_no_code_in_data():
    """Data from strangers must not be executed: no `eval`, `exec` or pickle.

    >>> import ast
    >>> names = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    >>> names |= {alias.name for node in ast.walk(tree)
    ...           if isinstance(node, (ast.Import, ast.ImportFrom)) for alias in node.names}
    >>> sorted(names & {"eval", "exec", "pickle", "marshal", "__import__", "literal_eval"})
    []
    """
