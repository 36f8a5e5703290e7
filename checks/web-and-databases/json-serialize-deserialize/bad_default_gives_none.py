import json
from dataclasses import asdict, dataclass, field
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
    return json.dumps(value, default=special, ensure_ascii=False, allow_nan=False)


def special(value):
    if isinstance(value, Decimal):
        return {"decimal": str(value)}
    if isinstance(value, datetime):
        return {"datetime": value.isoformat()}
    if isinstance(value, set):
        return {"set": list(value)}
    if isinstance(value, Order):
        return {"order": asdict(value)}


def loads(text):
    return json.loads(text, object_hook=restored)


def restored(found):
    if "decimal" in found:
        return Decimal(found["decimal"])
    if "datetime" in found:
        return datetime.fromisoformat(found["datetime"])
    if "set" in found:
        return set(found["set"])
    if "order" in found:
        return Order(**found["order"])
    return found
