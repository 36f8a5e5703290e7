import sys


def show(place):
    print(place, sys.exc_info()[0])


try:
    try:
        raise KeyError
    finally:
        show("finally")
except KeyError:
    try:
        raise ValueError
    except ValueError:
        show("inner")
    show("outer again")
show("after")
