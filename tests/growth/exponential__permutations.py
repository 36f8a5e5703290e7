from itertools import permutations


def f(items):
    return max(order[0] for order in permutations(items))
