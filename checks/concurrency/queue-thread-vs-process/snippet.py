import multiprocessing
import queue
import threading

context = multiprocessing.get_context("fork")
for box in (queue.Queue(), context.SimpleQueue()):
    item = ["draft"]
    box.put(item)
    item.append("late")
    print(box.get())
    for kind in (threading.Thread, context.Process):
        worker = kind(target=box.put, args=["done"])
        worker.start()
        worker.join()
        print("nothing" if box.empty() else box.get())
