# SystemExit from a finalizer, from a comparison, from the attributes of a module and from a thread.
# must: fail|error
# not: next answer differs
import sys
import threading


class Leave:
    def __del__(self):
        sys.exit(0)

    __eq__ = __hash__ = __getattr__ = __iter__ = __repr__ = lambda self, *arguments: sys.exit(0)


def f(value):
    thread = threading.Thread(target=sys.exit)
    thread.start()
    thread.join()
    return Leave()
