from pathlib import Path
from tempfile import TemporaryDirectory


def read(file):
    return file.read()


def write(file):
    file.seek(0)
    return file.write("J")


with TemporaryDirectory() as folder:
    path = Path(folder, "greeting")
    for mode, act in [
        ("r+", write), ("a+", write), ("a+", read),
        ("w+", read), ("w", read), ("x", write),
    ]:
        path.write_text("hello")
        try:
            with open(path, mode, encoding="utf-8") as file:
                result = act(file)
        except OSError as error:
            result = type(error).__name__
        print(mode, [result, path.read_text()])
