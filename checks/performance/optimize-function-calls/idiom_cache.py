from functools import cache


def total_score(items, score, weights):
    """Return the sum of score(word) * weights[kind] over all items (word, kind)."""
    score, weight = cache(score), cache(weights.__getitem__)
    return sum(score(word) * weight(kind) for word, kind in items)
