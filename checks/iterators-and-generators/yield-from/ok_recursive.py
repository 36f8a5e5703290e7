from collections.abc import Iterable


def flatten(nested):
    """Yield the leaves of a nested iterable; strings and bytes are leaves."""
    for item in nested:
        if isinstance(item, Iterable) and not isinstance(item, str | bytes):
            yield from flatten(item)
        else:
            yield item


def in_turn(subs):
    """Run generators one after the other in place; return the list of what they returned."""
    results = []
    for sub in subs:
        results.append((yield from sub))
    return results
