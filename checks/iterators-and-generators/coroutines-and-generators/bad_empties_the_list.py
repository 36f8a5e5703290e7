def run(tasks):
    finished = []
    numbers = list(range(len(tasks)))
    while tasks:
        task, number = tasks.pop(0), numbers.pop(0)
        try:
            next(task)
        except StopIteration as stop:
            finished.append((number, "returned", stop.value))
        except Exception as error:  # noqa: BLE001
            finished.append((number, "raised", error))
        else:
            tasks.append(task)
            numbers.append(number)
    return finished
