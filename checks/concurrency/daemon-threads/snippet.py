import threading


def work():
    print("child", threading.Thread().daemon)
    try:
        worker.daemon = False
        print("changed")
    except RuntimeError:
        print("refused")


print("main", threading.current_thread().daemon)
worker = threading.Thread(target=work)
print("new", worker.daemon)
worker.daemon = True
worker.start()
worker.join()
print("worker", worker.daemon)
