import threading

made = []


class Counter(threading.local):
    def __init__(self):
        made.append("made")
        self.count = 0


plain, counter = threading.local(), Counter()


def work():
    counter.count += 1
    print(hasattr(plain, "owner"), counter.count, len(made))
    plain.owner = threading.current_thread().name


work()
for _ in range(2):
    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
print(plain.owner)
work()
