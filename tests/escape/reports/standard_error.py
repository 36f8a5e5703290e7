# What is written to standard error, to warnings and to hooks that nobody catches.
# must: fail
# not: report shows "grescape-stderr"
import logging
import sys
import threading
import warnings


def f(value):
    sys.stderr.write("grescape-stderr\n")
    warnings.warn("grescape-stderr")
    logging.error("grescape-stderr")
    thread = threading.Thread(target=lambda: 1 / 0, name="grescape-stderr")
    thread.start()
    thread.join()

    class Loud:
        def __del__(self):
            raise ValueError("grescape-stderr")

    Loud()
