def flatten(nested):
    """Yield the leaves of a nested iterable; strings and bytes are leaves."""


def in_turn(subs):
    """Run generators one after the other in place; return the list of what they returned."""
