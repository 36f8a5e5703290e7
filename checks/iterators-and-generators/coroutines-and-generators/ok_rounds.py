def run(tasks):
    """Run generators in turns; return (number, kind, value) of each, in order of finishing."""
    finished = []
    unfinished = list(enumerate(tasks))
    while unfinished:
        next_round = []
        for number, task in unfinished:
            try:
                next(task)
                next_round.append((number, task))
            except StopIteration as stop:
                finished.append((number, "returned", stop.value))
            except Exception as error:  # noqa: BLE001
                finished.append((number, "raised", error))
        unfinished = next_round
    return finished
