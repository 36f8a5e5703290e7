import threading


def parallel_fetch(fetch, urls, workers):
    results = []
    for url in urls:
        thread = threading.Thread(target=lambda url=url: results.append(fetch(url)))
        thread.start()
        thread.join()
    return results


def cpu_plan(tasks, cores, gil):
    workers = min(tasks, cores)
    if workers < 2:
        return "inline", 1
    return ("processes" if gil else "threads"), workers
