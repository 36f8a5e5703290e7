from concurrent.futures import ThreadPoolExecutor


def parallel_fetch(fetch, urls, workers):
    with ThreadPoolExecutor(workers) as pool:
        return list(pool.map(fetch, urls))


def cpu_plan(tasks, cores, gil):
    return "processes", min(tasks, cores)
