from pathlib import Path
from tempfile import TemporaryDirectory

with TemporaryDirectory() as folder:
    path = Path(folder, "words")
    path.write_bytes(b"\xc3\xa9t\xc3\xa9\r\nfin\n")
    for options in (
        {"mode": "rb"},
        {"encoding": "utf-8"},
        {"encoding": "utf-8", "newline": ""},
        {"encoding": "latin-1"},
    ):
        with open(path, **options) as file:
            print([len(line) for line in file])
    data = path.read_bytes()
    print(type(data[0]).__name__, type(data[:1]).__name__)
    for mode, content in (("w", b"tea"), ("wb", "tea")):
        try:
            with open(path, mode) as file:
                print(file.write(content))
        except TypeError:
            print("TypeError", path.stat().st_size)
