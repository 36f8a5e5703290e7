import threading


class Session(threading.local):
    def __init__(self):
        self.calls = 0


session = Session()
session.user = "admin"


def work():
    session.calls += 1
    print(session.calls, hasattr(session, "user"))


for _ in range(2):
    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
work()
work()
