from os.path import getsize
from tempfile import NamedTemporaryFile

with NamedTemporaryFile("w", encoding="utf-8") as file:
    file.write("tea\n")
    print(getsize(file.name))
    file.flush()
    print(getsize(file.name))
with NamedTemporaryFile("w", encoding="utf-8", buffering=1) as file:
    file.write("tea")
    print(getsize(file.name))
    file.write("pot\n")
    print(getsize(file.name))
with NamedTemporaryFile("wb", buffering=0) as file:
    file.write(b"tea")
    print(getsize(file.name))
