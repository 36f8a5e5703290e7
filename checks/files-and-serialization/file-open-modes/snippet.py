from pathlib import Path
from tempfile import TemporaryDirectory

with TemporaryDirectory() as folder:
    path = Path(folder, "greeting")
    for mode in ("r+", "a+", "w+", "w", "x"):
        path.write_text("hello", encoding="utf-8")
        try:
            with open(path, mode, encoding="utf-8") as file:
                result = file.read()
                file.seek(0)
                file.write("J")
        except OSError as error:
            result = type(error).__name__
        print(mode, [result, path.read_text(encoding="utf-8")])
