from pathlib import Path


def codec_of(data, declared):
    if data.startswith((b"\xff\xfe\0\0", b"\0\0\xfe\xff")):
        return "utf-32"
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    if data.startswith(b"\xef\xbb\xbf"):
        return "utf-8-sig"
    if declared is not None:
        return declared
    try:
        data.decode()
    except UnicodeError:
        return "latin-1"
    return "utf-8"


def decode(data: bytes, declared: str | None = None) -> tuple[str, str]:
    """Return the text in the bytes and the name of the codec that has decoded it."""
    codec = codec_of(data, declared)
    return data.decode(codec), codec


def transcode(source: Path, target: Path, encoding: str) -> None:
    """Write the text of the file `source` to the file `target`, in another encoding."""
    with open(source, "rb") as file:
        text = decode(file.read())[0]
    data = text.encode(encoding)
    with open(target, "wb") as file:
        file.write(data)
