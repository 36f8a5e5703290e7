import types
import weakref


class Bus:
    def __init__(self):
        self._references = []

    def subscribe(self, callback):
        if isinstance(callback, types.MethodType):
            self._references.append(weakref.WeakMethod(callback))
        else:
            self._references.append(lambda: callback)

    def unsubscribe(self, callback):
        for place, reference in enumerate(self._references):
            if reference() == callback:
                del self._references[place]
                return
        raise ValueError("not subscribed")

    def publish(self, *args):
        for reference in list(self._references):
            callback = reference()
            if callback:
                callback(*args)
        self._drop_dead()

    def __len__(self):
        self._drop_dead()
        return len(self._references)

    def _drop_dead(self):
        self._references = [one for one in self._references if one() is not None]
