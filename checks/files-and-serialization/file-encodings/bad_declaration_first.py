import codecs

MARKS = {
    codecs.BOM_UTF32_LE: "utf-32",
    codecs.BOM_UTF32_BE: "utf-32",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
    codecs.BOM_UTF8: "utf-8-sig",
}


def decode(data, declared=None):
    if declared is not None:
        return data.decode(declared), declared
    for mark, name in MARKS.items():
        if data.startswith(mark):
            return data.decode(name), name
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        return data.decode("latin-1"), "latin-1"


def transcode(source, target, encoding):
    text, _ = decode(source.read_bytes())
    target.write_bytes(text.encode(encoding))
