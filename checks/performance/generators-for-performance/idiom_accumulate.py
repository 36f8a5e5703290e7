from itertools import accumulate, islice, tee
from operator import sub


def moving_sums(values, k):
    """Yield the sum of each window of k neighbouring values."""
    ahead, behind = tee(accumulate(values, initial=0))
    yield from map(sub, islice(ahead, k, None), behind)
