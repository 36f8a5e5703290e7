# Catches every MemoryError and goes on, also past the reserve that is opened for the report.
# must: timeout|memory|crash|fail
# not: limits are outlived
def f(value):
    hoard, size = [], 10_000_000
    while True:
        try:
            hoard.append(bytearray(size))
        except MemoryError:
            size = max(size // 2, 1)
