from concurrent.futures import ThreadPoolExecutor


def parallel_fetch(fetch, urls, workers):
    with ThreadPoolExecutor(workers) as pool:
        return list(pool.map(fetch, urls))


def cpu_plan(tasks, cores, gil):
    if tasks < 2 or cores < 2:
        return "inline", 1
    return ("processes" if gil else "threads"), cores
