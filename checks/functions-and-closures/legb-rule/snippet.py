label = "global"


def make(label):
    class Box:
        label = "class"

        def read(self):
            return label

    return Box()


def largest():
    try:
        return max(3, 1)
    except UnboundLocalError:
        max = min
    return max(3, 1)


for value in (make("enclosing").read(), label, largest(), max(3, 1)):
    print(value)
