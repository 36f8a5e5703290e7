class Door:
    def __enter__(self):
        log.append("open")

    def __exit__(self, *details):
        log.append("close")


def visit(how):
    for _ in "x":
        with Door():
            if how == "break":
                break
            if how == "return":
                return "early"
            if how == "raise":
                raise ValueError
    return "late"


for how in ("walk", "break", "return", "raise"):
    log = []
    try:
        log.append(visit(how))
    except ValueError:
        log.append("error")
    print(how, *log)
