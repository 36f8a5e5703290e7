def parallel_fetch(fetch, urls, workers):
    """Return fetch(url) for all urls, in order, from up to `workers` threads at a time."""
    return [fetch(url) for url in urls]


def cpu_plan(tasks, cores, gil):
    """Return (kind, number of workers) for computing tasks in pure Python."""
    return "inline", 1
