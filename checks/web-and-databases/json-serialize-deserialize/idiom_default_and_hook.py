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


def encode(value):
    """Return what json can write for a value that it does not know."""
    match value:
        case Decimal():
            return {"$decimal": str(value)}
        case datetime():
            return {"$datetime": value.isoformat()}
        case set():
            return {"$set": list(value)}
        case Order():
            return {"$order": vars(value)}
    raise TypeError(f"cannot write {value!r} as JSON")


def decode(found):
    """Return the value that encode has made the object from."""
    match found:
        case {"$decimal": text}:
            return Decimal(text)
        case {"$datetime": text}:
            return datetime.fromisoformat(text)
        case {"$set": items}:
            return set(items)
        case {"$order": attributes}:
            return Order(**attributes)
    return found


def dumps(value):
    """Return value as JSON text from which loads makes an equal one."""
    return json.dumps(value, default=encode, ensure_ascii=False)


def loads(text):
    """Return the value that dumps has made the text from; also reads ordinary JSON."""
    return json.loads(text, object_hook=decode)
