import types
import weakref


class Bus:
    def __init__(self):
        self._references = {}

    def subscribe(self, callback):
        if isinstance(callback, types.MethodType):
            self._references[weakref.WeakMethod(callback)] = True
        else:
            self._references[lambda: callback] = True

    def unsubscribe(self, callback):
        for reference in self._references:
            if reference() == callback:
                del self._references[reference]
                return
        raise ValueError("not subscribed")

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
        self._references = {one: True for one in self._references if one() is not None}
