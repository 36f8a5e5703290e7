class Meter:
    def __enter__(self):
        log.append("enter")
        return 42

    def __exit__(self, *details):
        log.append("exit")


def run(manager):
    log.clear()
    try:
        with manager as value:
            log.append(type(value).__name__)
    except TypeError:
        log.append("TypeError")
    print(*log)


log, meter = [], Meter()
run(meter)
run(Meter)
meter.__exit__ = lambda *details: log.append("mine")
run(meter)
del Meter.__exit__
run(meter)
