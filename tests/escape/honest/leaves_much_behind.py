# Leaves threads, files, timers and open descriptors to whoever clears up: careless, and right.
# must: pass
import os
import tempfile
import threading
import time


def f(value):
    tempfile.mkdtemp()
    handle, _ = tempfile.mkstemp()
    os.write(handle, b"x")
    threading.Timer(100, print).start()
    threading.Thread(target=time.sleep, args=(100,), daemon=True).start()
    os.pipe()
    return value + value
