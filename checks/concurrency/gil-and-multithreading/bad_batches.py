from concurrent.futures import ThreadPoolExecutor


def parallel_fetch(fetch, urls, workers):
    results = []
    for start in range(0, len(urls), workers):
        with ThreadPoolExecutor(workers) as pool:
            results += pool.map(fetch, urls[start:start + workers])
    return results


def cpu_plan(tasks, cores, gil):
    workers = min(tasks, cores)
    if workers < 2:
        return "inline", 1
    return ("processes" if gil else "threads"), workers
