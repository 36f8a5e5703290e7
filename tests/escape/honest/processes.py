# A pool of processes, a queue, a pipe and a lock.
# must: pass
# needs: processes
import multiprocessing


def same(value):
    return value


def f(value):
    context = multiprocessing.get_context("fork")
    with context.Pool(3) as pool:
        first, second = pool.map(same, [value, value])
    results = context.Queue()
    process = context.Process(target=results.put, args=(first,))
    process.start()
    first = results.get()
    process.join()
    return first + second
