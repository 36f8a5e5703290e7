from contextlib import suppress
from functools import lru_cache


@lru_cache(maxsize=2)
def invert(x):
    log.append(x)
    return 1 / x


for group in ((1, 2, 1), (4, 1), (2, 1), (0, 0)):
    log = []
    for x in group:
        with suppress(ZeroDivisionError):
            invert(x)
    print(log)
invert(x=1)
print(log)
