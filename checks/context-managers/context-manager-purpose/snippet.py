class Door:
    def __enter__(self):
        print("open", end=" ")

    def __exit__(self, *details):
        print("close", end=" ")


def visit(text):
    with Door():
        if text:
            return int(text)
    return "late"


for text in ("", "7", "x"):
    try:
        print(visit(text))
    except ValueError:
        print("error")
