from concurrent.futures import ThreadPoolExecutor


def parallel_fetch(fetch, urls, workers):
    with ThreadPoolExecutor(workers) as pool:
        return list(pool.map(fetch, urls))


def cpu_plan(tasks, cores, gil):
    workers = min(tasks, cores)
    return ("threads", workers) if workers > 1 else ("inline", 1)
