from collections import Counter


def freq(items):
    try:
        return Counter(items).most_common()
    except TypeError:
        pairs = []
        for item in items:
            for index, (other, count) in enumerate(pairs):
                if other == item:
                    pairs[index] = (other, count + 1)
                    break
            else:
                pairs.append((item, 1))
        return sorted(pairs, key=lambda pair: pair[1], reverse=True)
