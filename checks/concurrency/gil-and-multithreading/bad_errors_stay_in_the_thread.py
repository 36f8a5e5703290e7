import threading


def parallel_fetch(fetch, urls, workers):
    results = [None] * len(urls)
    todo = iter(list(enumerate(urls)))

    def work():
        for index, url in todo:
            results[index] = fetch(url)

    threads = [threading.Thread(target=work) for _ in range(workers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return results


def cpu_plan(tasks, cores, gil):
    workers = min(tasks, cores)
    if workers < 2:
        return "inline", 1
    return ("processes" if gil else "threads"), workers
