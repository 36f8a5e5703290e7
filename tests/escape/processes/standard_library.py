# The modules that start processes, in every way that they know.
# must: error
# not: next answer differs
import multiprocessing
import os
import subprocess


def f(value):
    for start in (lambda: subprocess.run(["/bin/true"]), lambda: os.system("true"), lambda: os.posix_spawn("/bin/true", ["true"], {}),
                  lambda: multiprocessing.get_context("spawn").Process(target=print).start()):
        try:
            start()
        except OSError:
            pass
    multiprocessing.get_context("fork").Process(target=print).start()
