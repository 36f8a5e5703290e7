import cProfile
import profile
from pstats import Stats


def countdown(n):
    if n > 0:
        countdown(n - 1)


def work():
    countdown(3)
    countdown(1)


for module in (cProfile, profile):
    profiler = module.Profile()
    for _ in range(2):
        profiler.runcall(work)
        countdown(9)
        found = Stats(profiler).get_stats_profile().func_profiles
        print(module.__name__, found["work"].ncalls, found["countdown"].ncalls)
