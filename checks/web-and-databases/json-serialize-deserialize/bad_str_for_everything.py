import json
from dataclasses import dataclass, field
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
    return json.dumps(value, default=str, ensure_ascii=False)


def loads(text):
    return json.loads(text)
