class Room:
    def __init__(self, name):
        self.name = name

    def __enter__(self):
        log.append("+" + self.name)
        if self.name == "locked":
            raise RuntimeError

    def __exit__(self, *details):
        log.append("-" + self.name)
        return self.name == "padded"


def visit(first, second):
    log.clear()
    try:
        with Room(first), Room(second):
            log.append("inside")
    except RuntimeError:
        log.append("error")
    print(*log)


log = []
visit("hall", "attic")
visit("hall", "locked")
visit("locked", "hall")
visit("padded", "locked")
