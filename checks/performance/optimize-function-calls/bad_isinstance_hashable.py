from collections.abc import Hashable


def total_score(items, score, weights):
    """Return the sum of score(word) * weights[kind] over all items (word, kind)."""
    scores, factors, total = {}, {}, 0
    for word, kind in items:
        if kind not in factors:
            factors[kind] = weights[kind]
        if not isinstance(word, Hashable):
            value = score(word)
        elif word in scores:
            value = scores[word]
        else:
            value = scores[word] = score(word)
        total += value * factors[kind]
    return total
