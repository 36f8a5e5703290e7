import sys
import threading


def show(place):
    kind = sys.exc_info()[0]
    print(place, kind and kind.__name__)


try:
    try:
        {}["port"]
    finally:
        show("finally")
except KeyError:
    show("handler")
    try:
        int("x")
    except ValueError:
        show("inner")
    show("outer again")
    thread = threading.Thread(target=show, args=["thread"])
    thread.start()
    thread.join()
show("after")
