# As many descriptors of every kind as there can be.
# must: error
# not: next answer differs
import os
import select
import socket


def f(value):
    kept = []
    while True:
        kept += [os.pipe(), select.epoll(), socket.socketpair(), os.eventfd(0), os.open("/tmp", os.O_RDONLY)]
