# Dataclasses, protocols, named tuples, enums, generics, and annotations that name nothing.
# must: pass
from __future__ import annotations

import dataclasses
import enum
import typing


class Way(enum.Enum):
    TWICE = 2


@dataclasses.dataclass(frozen=True, slots=True)
class Doubler(typing.Generic[typing.TypeVar("T")]):
    way: Way = Way.TWICE

    def __call__(self, value: Unknown) -> "AlsoUnknown":
        return value * self.way.value


def f(value):
    return Doubler()(value)
