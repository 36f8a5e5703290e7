def flatten(nested):
    """Yield the leaves of a nested iterable; strings and bytes are leaves."""
    stack = [iter(nested)]
    while stack:
        for item in stack[-1]:
            if isinstance(item, (str, bytes)) or not hasattr(item, "__iter__"):
                yield item
            else:
                stack.append(iter(item))
                break
        else:
            stack.pop()


def in_turn(subs):
    """Run generators one after the other in place; return the list of what they returned."""
    results = []
    for sub in subs:
        result = yield from sub
        results.append(result)
    return results
