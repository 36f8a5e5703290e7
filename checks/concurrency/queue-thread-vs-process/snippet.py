import multiprocessing
import pickle
import queue
import threading

context = multiprocessing.get_context("fork")
near, far = queue.Queue(), context.SimpleQueue()


def work():
    near.put("done")
    far.put("done")


for box in (near, far):
    item = ["draft"]
    box.put(item)
    item.append("late")
    print(box.get())
for worker in (threading.Thread(target=work), context.Process(target=work)):
    worker.start()
    worker.join()
    print([box.get() for box in (near, far) if not box.empty()])
for box in (near, far):
    try:
        box.put(lambda: "hello")
        print("accepted")
    except pickle.PicklingError:
        print("refused")
