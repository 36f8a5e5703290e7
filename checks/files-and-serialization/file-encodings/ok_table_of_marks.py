import codecs
from pathlib import Path

MARKS = {  # those of UTF-32 first: one of them begins with a mark of UTF-16
    codecs.BOM_UTF32_LE: "utf-32",
    codecs.BOM_UTF32_BE: "utf-32",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
    codecs.BOM_UTF8: "utf-8-sig",
}


def decode(data: bytes, declared: str | None = None) -> tuple[str, str]:
    """Return the text in the bytes and the name of the codec that has decoded it."""
    for mark, name in MARKS.items():
        if data.startswith(mark):
            return data.decode(name), name
    if declared is not None:
        return data.decode(declared), declared
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        return data.decode("latin-1"), "latin-1"


def transcode(source: Path, target: Path, encoding: str) -> None:
    """Write the text of the file `source` to the file `target`, in another encoding."""
    text, _ = decode(source.read_bytes())
    target.write_bytes(text.encode(encoding))
