def run(tasks):
    finished = []
    waiting = list(enumerate(tasks))
    while waiting:
        for entry in waiting:
            number, task = entry
            try:
                next(task)
            except StopIteration as stop:
                finished.append((number, "returned", stop.value))
                waiting.remove(entry)
            except Exception as error:  # noqa: BLE001
                finished.append((number, "raised", error))
                waiting.remove(entry)
    return finished
