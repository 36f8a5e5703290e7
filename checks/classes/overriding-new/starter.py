class Celsius(float):
    """A temperature that is checked and rounded when it is made."""


class Pair(tuple):
    """A tuple of two things, `left` and `right`."""
