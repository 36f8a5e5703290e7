import json
from dataclasses import dataclass, field, fields  # noqa: F401
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


def dumps(value):
    """Return value as JSON text from which loads makes an equal one."""
    return json.dumps(value)


def loads(text):
    """Return the value that dumps has made the text from; also reads ordinary JSON."""
    return json.loads(text)
