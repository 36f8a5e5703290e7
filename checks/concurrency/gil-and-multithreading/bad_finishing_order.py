from concurrent.futures import ThreadPoolExecutor, as_completed


def parallel_fetch(fetch, urls, workers):
    with ThreadPoolExecutor(workers) as pool:
        futures = [pool.submit(fetch, url) for url in urls]
        return [future.result() for future in as_completed(futures)]


def cpu_plan(tasks, cores, gil):
    workers = min(tasks, cores)
    if workers < 2:
        return "inline", 1
    return ("processes" if gil else "threads"), workers
