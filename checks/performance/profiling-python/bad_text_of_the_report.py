import cProfile
from contextlib import suppress
from pstats import Stats


def hot(function, n):
    profiler = cProfile.Profile()
    with suppress(Exception):
        profiler.runcall(function)
    found = Stats(profiler).get_stats_profile().func_profiles
    calls = [(name, row.ncalls) for name, row in found.items() if name[0] != "<"]
    return sorted(calls, key=lambda entry: (-int(entry[1].split("/")[0]), entry[0]))[:n]
