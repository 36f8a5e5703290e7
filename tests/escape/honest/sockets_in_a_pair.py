# A pair of sockets, select and selectors, without a network.
# must: pass
import select
import selectors
import socket


def f(value):
    one, other = socket.socketpair()
    one.sendall(repr(value).encode())
    assert select.select([other], [], [], 1)[0]
    with selectors.DefaultSelector() as selector:
        selector.register(other, selectors.EVENT_READ)
        assert selector.select(1)
    return eval(other.recv(1000)) + value
