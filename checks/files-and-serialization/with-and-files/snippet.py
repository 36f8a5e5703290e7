from pathlib import Path
from tempfile import TemporaryDirectory

with TemporaryDirectory() as folder:
    path = Path(folder, "list.txt")
    with open(path, "w", encoding="utf-8") as file:
        print(file.write("tea\nmilk\n"), file.closed)
    print(file.closed, file.mode)
    try:
        with open(path, encoding="utf-8") as file:
            print(repr(next(file)), file.readlines(), file.readlines())
            raise RuntimeError
    except RuntimeError:
        print("stopped", file.closed)
    try:
        with file:
            print("inside")
    except ValueError:
        print("refused")
