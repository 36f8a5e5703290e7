def total_score(items, score, weights):
    """Return the sum of score(word) * weights[kind] over all items (word, kind)."""
    total = 0
    for word, kind in items:
        total += score(word) * weights[kind]
    return total
