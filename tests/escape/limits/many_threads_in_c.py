# Threads that do not need the interpreter use every core at once.
# must: timeout
# not: limits are outlived
import hashlib
import threading

BLOCK = b"a" * 100_000_000


def f(value):
    for _ in range(8):
        threading.Thread(target=lambda: [hashlib.sha256(BLOCK) for _ in range(100)], daemon=True).start()
    hashlib.sha256(BLOCK * 2)
    while True:
        pass
