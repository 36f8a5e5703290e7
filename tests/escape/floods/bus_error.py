# Fills the scratch folder through a mapping, until the kernel has no page left for it.
# must: crash
# not: next answer differs
import mmap
import os


def f(value):
    for number in range(4):
        file = os.open(f"/tmp/{number}", os.O_CREAT | os.O_RDWR)
        os.ftruncate(file, 15 << 20)
        memory = mmap.mmap(file, 15 << 20)
        for page in range(0, 15 << 20, 4096):
            memory[page] = 1
