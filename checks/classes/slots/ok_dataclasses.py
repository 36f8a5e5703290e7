from dataclasses import dataclass


@dataclass(slots=True, weakref_slot=True)
class Pt:
    x: float = 0
    y: float = 0


@dataclass(slots=True)
class Pt3(Pt):
    z: float = 0
