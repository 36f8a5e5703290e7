from collections import deque


def run(tasks):
    """Run generators in turns; return (number, kind, value) of each, in order of finishing."""
    finished = []
    waiting = deque(enumerate(tasks))
    while waiting:
        number, task = waiting.pop()
        try:
            next(task)
        except StopIteration as stop:
            finished.append((number, "returned", stop.value))
        except Exception as error:  # noqa: BLE001
            finished.append((number, "raised", error))
        else:
            waiting.append((number, task))
    return finished
