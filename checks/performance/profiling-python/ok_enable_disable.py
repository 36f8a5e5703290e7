import cProfile
import pstats


def hot(function, n):
    """Run function and return the n most called functions as (name, calls)."""
    profiler = cProfile.Profile()
    profiler.enable()
    try:
        function()
    except Exception:  # noqa: BLE001, S110
        pass
    finally:
        profiler.disable()
    totals = {}
    for (_, _, name), row in pstats.Stats(profiler).stats.items():
        if name[0] != "<":
            totals[name] = totals.get(name, 0) + row[1]
    ranking = sorted(totals, key=lambda name: (-totals[name], name))
    return [(name, totals[name]) for name in ranking[:n]]
