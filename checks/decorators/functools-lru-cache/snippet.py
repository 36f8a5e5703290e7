from functools import lru_cache

log = []


@lru_cache(maxsize=2)
def invert(x):
    log.append(x)
    return 1 / x


for x in (1, 2, 1, 4, 2, 1):
    invert(x)
print(log)
print(invert.cache_info().hits)
log.clear()
invert(2)
invert(x=2)
print(log)
log.clear()
for x in (0, 0, [5]):
    try:
        invert(x)
    except (TypeError, ZeroDivisionError):
        log.append("error")
print(log)
