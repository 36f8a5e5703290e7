import gc
import timeit

clock = iter(range(0, 1000, 6)).__next__
log = []


def prepare():
    log.append("setup")


def step():
    log.append("gc on" if gc.isenabled() else "gc off")


print(timeit.timeit(step, prepare, timer=clock, number=2))
print(log)
print(gc.isenabled())
print(timeit.repeat(step, prepare, timer=clock, repeat=3, number=2))
print(log.count("setup"))
