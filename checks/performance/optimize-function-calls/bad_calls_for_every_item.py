def total_score(items, score, weights):
    """Return the sum of score(word) * weights[kind] over all items (word, kind)."""
    factors, total = {}, 0
    for word, kind in items:
        if kind not in factors:
            factors[kind] = weights[kind]
        value = score(word)
        total += value * factors[kind]
    return total
