from dataclasses import dataclass


@dataclass(frozen=True)
class Point:
    """A point in the plane that can be a key of a dict."""

    x: float
    y: float
