def is_hashable(word):
    try:
        hash(word)
    except TypeError:
        return False
    return True


def total_score(items, score, weights, scores={}):  # noqa: B006
    """Return the sum of score(word) * weights[kind] over all items (word, kind)."""
    factors, total = {}, 0
    for word, kind in items:
        if kind not in factors:
            factors[kind] = weights[kind]
        if not is_hashable(word):
            value = score(word)
        elif word in scores:
            value = scores[word]
        else:
            value = scores[word] = score(word)
        total += value * factors[kind]
    return total
