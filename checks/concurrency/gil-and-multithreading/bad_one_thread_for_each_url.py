from concurrent.futures import ThreadPoolExecutor


def parallel_fetch(fetch, urls, workers):
    with ThreadPoolExecutor(max(workers, len(urls))) as pool:
        return list(pool.map(fetch, urls))


def cpu_plan(tasks, cores, gil):
    workers = min(tasks, cores)
    if workers < 2:
        return "inline", 1
    return ("processes" if gil else "threads"), workers
