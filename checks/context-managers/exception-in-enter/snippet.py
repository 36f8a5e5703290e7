from contextlib import suppress


class Room:
    def __init__(self, number):
        self.number = number

    def __enter__(self):
        print(f"+{self.number}", end=" ")
        if self.number == locked:
            raise RuntimeError

    def __exit__(self, *details):
        print(f"-{self.number}", end=" ")


for locked in (None, 3, 2, 1):
    with suppress(RuntimeError), Room(1), Room(2), Room(3):
        print("inside", end=" ")
    print("after")
