from concurrent.futures import ThreadPoolExecutor


def parallel_fetch(fetch, urls, workers):
    """Return fetch(url) for all urls, in order, from up to `workers` threads at a time."""
    with ThreadPoolExecutor(workers) as pool:
        return list(pool.map(fetch, urls))


def cpu_plan(tasks, cores, gil):
    """Return (kind, number of workers) for computing tasks in pure Python."""
    workers = min(tasks, cores)
    if workers < 2:
        return "inline", 1
    return ("processes" if gil else "threads"), workers
