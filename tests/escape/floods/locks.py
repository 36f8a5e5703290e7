# Record locks, which take kernel memory and are counted nowhere.
# must: timeout|error|fail
# not: limits are outlived
import fcntl


def f(value):
    with open("/tmp/a", "wb") as file:
        for number in range(0, 1 << 40, 2):
            fcntl.lockf(file, fcntl.LOCK_EX, 1, number)
