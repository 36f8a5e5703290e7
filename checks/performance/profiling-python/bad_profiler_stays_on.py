import cProfile


def rows(profiler):
    profiler.snapshot_stats()  # as create_stats does, but without disable()
    return profiler.stats.items()


def hot(function, n):
    """Run function and return the n most called functions as (name, calls)."""
    profiler = cProfile.Profile()
    profiler.enable()
    try:
        function()
        profiler.disable()
    except Exception:  # noqa: BLE001, S110
        pass
    totals = {}
    for (_, _, name), row in rows(profiler):
        if name[0] != "<":
            totals[name] = totals.get(name, 0) + row[1]
    ranking = sorted(totals, key=lambda name: (-totals[name], name))
    return [(name, totals[name]) for name in ranking[:n]]
