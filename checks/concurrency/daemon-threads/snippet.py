import threading


def child():
    print("child", threading.current_thread().daemon)


def run(target, daemon=None):
    thread = threading.Thread(target=target, daemon=daemon)
    thread.start()
    thread.join()


print("main", threading.current_thread().daemon)
run(lambda: run(child), daemon=True)
run(lambda: run(child), daemon=False)

stop = threading.Event()
waiter = threading.Thread(target=stop.wait)
for flag in (True, False):
    try:
        waiter.daemon = flag
        print("changed")
        waiter.start()
    except RuntimeError:
        print("refused")
print("waiter", waiter.daemon)
stop.set()
waiter.join()
