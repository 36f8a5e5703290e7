import multiprocessing
import sys
import threading

context = multiprocessing.get_context("fork")
receiver, sender = context.Pipe(duplex=False)
box = []


def work(item):
    box.append(item)
    sender.send(box)
    sys.exit(3)


kinds = [threading.Thread, context.Process, context.Process, threading.Thread]
for item, kind in enumerate(kinds):
    worker = kind(target=work, args=[item])
    worker.start()
    worker.join()
    print(receiver.recv(), box, getattr(worker, "exitcode", "no exit code"))
