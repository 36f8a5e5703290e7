import copy
import pickle


class Lamp:
    def __init__(self):
        self.on = True

    def __getstate__(self):
        print("get", end=" ")
        return self.state

    def __setstate__(self, state):
        print("set", end=" ")
        self.got = state


lamp = Lamp()
Lamp.state = {"on": 5}
print(vars(pickle.loads(pickle.dumps(lamp))))
Lamp.state = ("on", 5)
print(vars(copy.copy(lamp)))
Lamp.state = 0
print(vars(pickle.loads(pickle.dumps(lamp))))
Lamp.state = None
print(vars(pickle.loads(pickle.dumps(lamp))))
