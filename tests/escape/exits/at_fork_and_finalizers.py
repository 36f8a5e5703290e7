# Hooks for forks, threads and weak references leave with success.
# must: fail|crash
# not: next answer differs
import os
import weakref

os.register_at_fork(before=lambda: os._exit(0), after_in_child=lambda: os._exit(0))


class Kept:
    pass


KEPT = Kept()
weakref.finalize(KEPT, os._exit, 0)


def f(value):
    global KEPT
    KEPT = None
    return 42
