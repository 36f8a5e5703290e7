# A pool of threads, queues, locks and events.
# must: pass
import concurrent.futures
import queue


def f(value):
    results = queue.Queue()
    with concurrent.futures.ThreadPoolExecutor(8) as pool:
        for part in pool.map(lambda part: part, [value, value]):
            results.put(part)
    return results.get() + results.get()
