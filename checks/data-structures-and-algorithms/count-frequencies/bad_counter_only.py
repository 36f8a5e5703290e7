from collections import Counter


def freq(items):
    return Counter(items).most_common()
