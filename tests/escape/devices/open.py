# Devices of the machine: memory, disks, consoles, ports, virtual machines, sound.
# must: pass
# not: next answer differs
import os


def f(value):
    opened = []
    for name in ("mem", "kmem", "port", "kmsg", "sda", "vda", "loop0", "loop-control", "fuse", "kvm", "tty", "tty0", "console", "ptmx",
                 "pts/0", "net/tun", "input/event0", "snd/seq", "dri/card0", "vsock", "uinput", "full", "stdin", "fd/0", "shm/x"):
        for flags in (os.O_RDONLY, os.O_RDWR, os.O_PATH):
            try:
                opened.append((name, os.open(f"/dev/{name}", flags)))
            except OSError:
                pass
    return opened or value + value
