import json
from dataclasses import dataclass, field, fields
from datetime import datetime
from decimal import Decimal


@dataclass
class Order:
    number: int
    customer: str
    placed: datetime
    total: Decimal
    tags: set = field(default_factory=set)
    lines: list = field(default_factory=list)


KIND = "__kind__"


def dumps(value):
    return json.dumps(encoded(value), ensure_ascii=False, allow_nan=False)


def loads(text):
    return json.loads(text, object_pairs_hook=decoded, parse_constant=refuse)


def encoded(value):
    kind = type(value)
    if value is None or kind in (bool, int, float, str):
        return value
    if kind is list:
        return [encoded(item) for item in value]
    if kind is dict and KIND not in value and all(type(key) is str for key in value):
        return {key: encoded(item) for key, item in value.items()}
    if kind is Decimal:
        return {KIND: "Decimal", "value": str(value)}
    if kind is datetime:
        return {KIND: "datetime", "value": value.isoformat()}
    if kind is set:
        return [encoded(item) for item in value]
    if kind is Order:
        attributes = {each.name: encoded(getattr(value, each.name)) for each in fields(value)}
        return {KIND: "Order", "value": attributes}
    raise TypeError(f"cannot write {value!r} as JSON")


MAKERS = {
    "Decimal": Decimal,
    "datetime": datetime.fromisoformat,
    "set": set,
    "Order": lambda attributes: Order(**attributes),
}


def decoded(pairs):
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError("a key occurs twice")
    if KIND in found:
        return MAKERS[found[KIND]](found["value"])
    return found


def refuse(name):
    raise ValueError(f"{name} is not JSON")
