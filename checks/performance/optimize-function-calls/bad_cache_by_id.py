def total_score(items, score, weights):
    """Return the sum of score(word) * weights[kind] over all items (word, kind)."""
    scores, factors, total = {}, {}, 0
    for word, kind in items:
        if kind not in factors:
            factors[kind] = weights[kind]
        if id(word) not in scores:
            scores[id(word)] = score(word)
        value = scores[id(word)]
        total += value * factors[kind]
    return total
