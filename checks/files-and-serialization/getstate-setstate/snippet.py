import copy
import pickle


class Lamp:
    def __init__(self):
        self.on = True

    def __getstate__(self):
        return self.state

    def __setstate__(self, state):
        self.got = state


lamp = Lamp()
for state in ({"on": 5}, ("on", 5), 0, None):
    lamp.state = state
    print(vars(pickle.loads(pickle.dumps(lamp))))
lamp.state = 7
print(vars(copy.copy(lamp)))
