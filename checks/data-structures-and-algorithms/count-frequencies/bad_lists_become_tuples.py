from collections import Counter


def freq(items):
    hashable = [tuple(item) if isinstance(item, list) else item for item in items]
    return Counter(hashable).most_common()
