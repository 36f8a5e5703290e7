def flatten(nested):
    for item in nested:
        if isinstance(item, list):
            yield from flatten(item)
        else:
            yield item


def in_turn(subs):
    results = []
    for sub in subs:
        results.append((yield from sub))
    return results
