"""Look for a text in everything that this process can read: the images of all loaded objects, the heap, the stack, and
every file that can be opened. Gives what follows each hit, in hex."""
import ctypes
import os

# The test puts the numbers of the bytes here, so that this source is no hit.
NEEDLE = bytes(NEEDLE_BYTES)
FOLLOWING = 24
libc = ctypes.CDLL(None, use_errno=True)


class Phdr(ctypes.Structure):
    _fields_ = [
        ("type", ctypes.c_uint32), ("flags", ctypes.c_uint32), ("offset", ctypes.c_uint64), ("vaddr", ctypes.c_uint64),
        ("paddr", ctypes.c_uint64), ("filesz", ctypes.c_uint64), ("memsz", ctypes.c_uint64), ("align", ctypes.c_uint64),
    ]


class Info(ctypes.Structure):
    _fields_ = [("addr", ctypes.c_uint64), ("name", ctypes.c_char_p), ("phdr", ctypes.POINTER(Phdr)), ("phnum", ctypes.c_uint16)]


def regions():
    found = []

    @ctypes.CFUNCTYPE(ctypes.c_int, ctypes.POINTER(Info), ctypes.c_size_t, ctypes.c_void_p)
    def visit(info, size, data):
        for header in info.contents.phdr[: info.contents.phnum]:
            if header.type == 1:
                start = info.contents.addr + header.vaddr
                found.append((start, start + header.memsz))
        return 0

    libc.dl_iterate_phdr(visit, None)
    libc.sbrk.restype = ctypes.c_uint64
    top = libc.sbrk(0)
    found.append((top - (64 << 20), top))
    here = ctypes.addressof(ctypes.c_long())
    for address in {id(object()), id(NEEDLE), id(found), here}:
        found.append((address - (24 << 20), address + (24 << 20)))
    return found


def readable(address, size, pipe):
    """The bytes there, or nothing: `write` refuses an address that is not mapped instead of crashing."""
    done = libc.write(pipe[1], ctypes.c_void_p(address), ctypes.c_size_t(size))
    return os.read(pipe[0], done) if done > 0 else b""


def hits(data):
    at = data.find(NEEDLE)
    while at >= 0:
        yield data[at + len(NEEDLE): at + len(NEEDLE) + FOLLOWING]
        at = data.find(NEEDLE, at + 1)


def in_memory():
    pipe = os.pipe()
    found, seen, pages = set(), set(), 0
    for start, end in regions():
        previous = b""
        for page in range(start & ~4095, end, 4096):
            if page in seen:
                previous = b""
                continue
            seen.add(page)
            data = readable(page, 4096, pipe)
            pages += bool(data)
            found.update(hits(previous + data))
            previous = data[-64:]
    return found, pages


def in_files():
    found = set()
    for folder, _, names in os.walk("/tmp"):
        for name in names:
            with open(os.path.join(folder, name), "rb") as file:
                found.update(hits(file.read()))
    for path in ("/proc/self/exe", "/proc/self/mem", "/proc/self/environ", "/proc/1/exe"):
        try:
            with open(path, "rb") as file:
                found.update(hits(file.read()))
        except OSError:
            pass
    return found


def f():
    found, pages = in_memory()
    found |= in_files()
    return [pages, sorted(text.hex() for text in found)]
