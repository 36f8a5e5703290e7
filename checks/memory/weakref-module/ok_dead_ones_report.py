from types import MethodType
from weakref import WeakMethod


class Bus:
    """Is told when an owner dies, and so has nobody dead in its list."""

    def __init__(self):
        self._subscribers = []

    def _forget(self, dead):
        self._subscribers = [one for one in self._subscribers if one is not dead]

    def subscribe(self, callback):
        if type(callback) is MethodType:
            self._subscribers.append(WeakMethod(callback, self._forget))
        else:
            self._subscribers.append(lambda: callback)

    def unsubscribe(self, callback):
        callbacks = [subscriber() for subscriber in self._subscribers]
        del self._subscribers[callbacks.index(callback)]

    def publish(self, *args):
        for subscriber in tuple(self._subscribers):
            callback = subscriber()
            if callback is not None:
                callback(*args)

    def __len__(self):
        return len(self._subscribers)
