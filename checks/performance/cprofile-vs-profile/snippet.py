import cProfile
import profile
from pstats import Stats


def countdown(n):
    if n > 0:
        countdown(n - 1)


for module in (cProfile, profile):
    profiler = module.Profile()
    for _ in range(2):
        profiler.runcall(countdown, 3)
        countdown(9)
        found = Stats(profiler).get_stats_profile().func_profiles
        print(module.__name__, found["countdown"].ncalls)
