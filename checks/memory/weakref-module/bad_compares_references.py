import types
import weakref


class Bus:
    def __init__(self):
        self._references = []

    def subscribe(self, callback):
        self._references.append(self._referring(callback))

    def _referring(self, callback):
        if isinstance(callback, types.MethodType):
            return weakref.WeakMethod(callback)
        for reference in self._references:
            if reference() == callback:
                return reference
        return lambda: callback

    def unsubscribe(self, callback):
        self._references.remove(self._referring(callback))

    def publish(self, *args):
        for reference in list(self._references):
            callback = reference()
            if callback is not None:
                callback(*args)
        self._drop_dead()

    def __len__(self):
        self._drop_dead()
        return len(self._references)

    def _drop_dead(self):
        self._references = [one for one in self._references if one() is not None]
