from dataclasses import dataclass


@dataclass(unsafe_hash=True)
class Point:
    x: float
    y: float
