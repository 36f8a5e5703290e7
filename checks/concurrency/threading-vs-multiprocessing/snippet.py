import multiprocessing
from threading import Thread

context = multiprocessing.get_context("fork")
results = context.SimpleQueue()
box = []


def work(item):
    box.append(item)
    results.put(box)


for item, kind in enumerate([Thread, context.Process, context.Process, Thread]):
    worker = kind(target=work, args=[item])
    worker.start()
    worker.join()
    print(results.get(), box)
