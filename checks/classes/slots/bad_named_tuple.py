from typing import NamedTuple


class Pt(NamedTuple):
    x: float = 0
    y: float = 0


class Pt3(NamedTuple):
    x: float = 0
    y: float = 0
    z: float = 0
