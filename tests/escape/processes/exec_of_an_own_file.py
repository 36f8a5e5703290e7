# Becomes a program that it has written itself, through its path, its descriptor and the loader.
# must: pass
# not: next answer differs
import ctypes
import os

libc = ctypes.CDLL(None, use_errno=True)
EXECVEAT, AT_EMPTY_PATH = 322, 0x1000


def f(value):
    with open("/tmp/program", "wb") as file:
        file.write(b"#!/lib64/ld-linux-x86-64.so.2\n")
    os.chmod("/tmp/program", 0o4755)
    handle = os.open("/tmp/program", os.O_RDONLY)
    libc.execve(b"/tmp/program", None, None)
    libc.fexecve(handle, (ctypes.c_char_p * 1)(None), (ctypes.c_char_p * 1)(None))
    libc.syscall(EXECVEAT, handle, b"", None, None, AT_EMPTY_PATH)
    return value + value
