from tempfile import TemporaryFile

try:
    with TemporaryFile("w+", encoding="utf-8") as file:
        print(file.write("tea\nmilk\n"))
        file.seek(0)
        print(repr(next(file)))
        print(file.readlines())
        raise RuntimeError
except RuntimeError:
    print(file.closed)
try:
    with file:
        print("inside")
except ValueError:
    print("refused")
