from pathlib import Path
from tempfile import TemporaryDirectory

with TemporaryDirectory() as folder:
    path = Path(folder, "word")
    path.write_bytes(b"\xc3\xa9t\xc3\xa9\r\n")
    print(len(path.read_bytes()))
    print(len(path.read_text(encoding="utf-8")))
    print(len(path.read_text(encoding="latin-1")))
    with open(path, encoding="utf-8", newline="") as file:
        print(len(file.read()))
    try:
        with open(path, "wb") as file:
            print(file.write("tea"))
    except TypeError:
        print("TypeError", path.stat().st_size)
