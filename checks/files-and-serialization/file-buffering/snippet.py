from pathlib import Path
from tempfile import TemporaryDirectory

with TemporaryDirectory() as folder:
    path = Path(folder, "log")

    def size_after(act, *args):
        act(*args)
        return path.stat().st_size

    with open(path, "w", encoding="utf-8") as file:
        print(size_after(file.write, "tea\n"), size_after(file.flush))
    with open(path, "w", encoding="utf-8", buffering=1) as file:
        print(size_after(file.write, "tea"), size_after(file.write, "pot\n"))
    with open(path, "wb", buffering=0) as file:
        print(size_after(file.write, b"tea"))
    with open(path, "wb", buffering=8) as file:
        print(size_after(file.write, b"coffee"), size_after(file.write, b"machine") > 0)
    print(path.stat().st_size)
    try:
        open(path, "w", encoding="utf-8", buffering=0).close()
        print("opened")
    except ValueError:
        print("ValueError")
