from functools import lru_cache


def total_score(items, score, weights):
    cached_score = lru_cache(maxsize=None)(score)
    weight = lru_cache(maxsize=None)(weights.__getitem__)
    return sum(cached_score(word) * weight(kind) for word, kind in items)
