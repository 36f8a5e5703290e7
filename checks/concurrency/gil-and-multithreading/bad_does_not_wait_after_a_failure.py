from concurrent.futures import FIRST_EXCEPTION, ThreadPoolExecutor, wait


def parallel_fetch(fetch, urls, workers):
    pool = ThreadPoolExecutor(workers)
    futures = [pool.submit(fetch, url) for url in urls]
    done = wait(futures, return_when=FIRST_EXCEPTION).done
    pool.shutdown(wait=False)
    for future in futures:
        if future in done:
            future.result()
    return [future.result() for future in futures]


def cpu_plan(tasks, cores, gil):
    workers = min(tasks, cores)
    if workers < 2:
        return "inline", 1
    return ("processes" if gil else "threads"), workers
