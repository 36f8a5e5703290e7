"""Find out the encoding of some bytes, and write a file in another encoding."""
import random
import tempfile
from pathlib import Path

from answer import decode, transcode

root = Path(tempfile.mkdtemp())
numbers = iter(range(1000))


def attempt(data, *declared):
    try:
        return decode(data, *declared)
    except (UnicodeError, LookupError) as error:
        return type(error).__name__


def written(data, encoding):
    """Transcode a file with these bytes into a new one; give the bytes of the new one."""
    source, target = root / f"{next(numbers)}.txt", root / f"{next(numbers)}.txt"
    source.write_bytes(data)
    transcode(source, target, encoding)
    return target.read_bytes()


def written_over(data, encoding):
    """Transcode a file onto itself; give its bytes, and the exception if there was one."""
    path = root / f"{next(numbers)}.txt"
    path.write_bytes(data)
    try:
        transcode(path, path, encoding)
    except (UnicodeError, LookupError) as error:
        return path.read_bytes(), type(error).__name__
    return path.read_bytes()


def random_bytes(seed, count):
    rng = random.Random(seed)
    marks = [b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf", b"\xff\xfe\0\0", b"\0\0\xfe\xff"]
    pieces = [b"tea", b"\xc3\xa9", b"\xe9", b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf", b"\0\0",
              b"\xe2\x82\xac", b"\xf0\x9f\x8d\xb5", b"\x80", b"\r\n", b"\0a", b"a\0",
              b"\xed\xa0"]
    for _ in range(count):
        data = rng.choice([b"", rng.choice(marks)])
        data += b"".join(rng.choices(pieces, k=rng.randrange(4)))
        yield data, rng.choice([None, None, "utf-8", "latin-1", "utf-16-le", "ascii"])


def sample_utf8():
    """
    >>> decode(b"caf\\xc3\\xa9")
    ('caf\xe9', 'utf-8')
    """


def sample_not_utf8():
    """
    >>> decode(b"caf\\xe9")
    ('caf\xe9', 'latin-1')
    """


def sample_declared():
    """
    >>> decode(b"caf\\xe9 \\x80", "cp1252")
    ('caf\xe9 \u20ac', 'cp1252')
    """


def case_nothing_to_read():
    """No bytes are no text; a mark alone is no text either.

    >>> decode(b""), decode(b"", "ascii"), decode(b"\\xef\\xbb\\xbf"), decode(b"\\xff\\xfe")
    (('', 'utf-8'), ('', 'ascii'), ('', 'utf-8-sig'), ('', 'utf-16'))
    """


def case_utf8_mark():
    """The mark at the front of a UTF-8 file tells the encoding and is no part of the text.

    >>> decode(b"\\xef\\xbb\\xbfcaf\\xc3\\xa9"), decode(b"\\xef\\xbb\\xbf\\xef\\xbb\\xbfx")
    (('caf\xe9', 'utf-8-sig'), ('\\ufeffx', 'utf-8-sig'))
    >>> decode(b"x\\xef\\xbb\\xbf"), decode(b"\\xef\\xbb")
    (('x\\ufeff', 'utf-8'), ('\xef\xbb', 'latin-1'))
    """


def case_utf16_of_both_ends():
    """UTF-16 begins with one of two marks, which tell the order of the bytes.

    >>> decode(b"\\xff\\xfeh\\x00i\\x00"), decode(b"\\xfe\\xff\\x00h\\x00i")
    (('hi', 'utf-16'), ('hi', 'utf-16'))
    >>> decode("caf\\xe9 \\u20ac \\U0001f375".encode("utf-16"))
    ('caf\xe9 \u20ac \U0001f375', 'utf-16')
    """


def case_utf32_of_both_ends():
    """The mark of UTF-32 in one order begins with that of UTF-16: try the longer one first.

    >>> decode(b"\\xff\\xfe\\0\\0h\\0\\0\\0"), decode(b"\\0\\0\\xfe\\xff\\0\\0\\0h")
    (('h', 'utf-32'), ('h', 'utf-32'))
    >>> decode("tea \\U0001f375".encode("utf-32"))
    ('tea \U0001f375', 'utf-32')
    """


def case_mark_beats_declaration():
    """A mark is in the data themselves, so it counts more than what somebody declared.

    >>> decode(b"\\xef\\xbb\\xbfcaf\\xc3\\xa9", "latin-1"), decode(b"\\xff\\xfeh\\x00", "utf-8")
    (('caf\xe9', 'utf-8-sig'), ('h', 'utf-16'))
    """


def case_declaration_beats_guessing():
    """What is declared is used, also if the bytes would be valid UTF-8.

    >>> [decode(b"\\xc3\\xa9", name) for name in ("latin-1", "cp437", "utf-16-le")]
    [('\xc3\xa9', 'latin-1'), ('\u251c\u2310', 'cp437'), ('\ua9c3', 'utf-16-le')]
    """


def case_wrong_declaration_is_an_error():
    """If the bytes do not fit the declaration, somebody is wrong: say so, and do not guess.

    >>> attempt(b"\\xe9", "utf-8"), attempt(b"\\xc3\\xa9", "ascii"), attempt(b"\\x81", "cp1252")
    ('UnicodeDecodeError', 'UnicodeDecodeError', 'UnicodeDecodeError')
    >>> attempt(b"tea", "no-such-encoding"), attempt(b"tea", "ascii")
    ('LookupError', ('tea', 'ascii'))
    """


def case_damaged_after_the_mark():
    """After a mark the rest has to fit: damaged text is an error, not something to be skipped.

    >>> damaged = [b"\\xef\\xbb\\xbfcaf\\xe9", b"\\xff\\xfeh\\x00i", b"\\xfe\\xff\\xd8\\x00"]
    >>> [attempt(data) for data in damaged]
    ['UnicodeDecodeError', 'UnicodeDecodeError', 'UnicodeDecodeError']
    """


def case_utf8_or_latin1():
    """Valid UTF-8 is taken for UTF-8; all else becomes Latin-1, byte by byte, and nothing is lost.

    >>> decode(b"\\xe2\\x82\\xac \\xf0\\x9f\\x8d\\xb5"), decode(b"\\xe2\\x82")
    (('\u20ac \U0001f375', 'utf-8'), ('\xe2\\x82', 'latin-1'))
    >>> decode(b"\\xc3\\xa9 \\xe9"), decode(b"\\xc0\\x80"), decode(b"\\xed\\xa0\\x80")
    (('\xc3\xa9 \xe9', 'latin-1'), ('\xc0\\x80', 'latin-1'), ('\xed\\xa0\\x80', 'latin-1'))
    >>> text, name = decode(bytes(range(256)))
    >>> len(text), text.encode(name) == bytes(range(256)), text[200], name
    (256, True, '\xc8', 'latin-1')
    """


def case_line_ends_stay_in_the_text():
    """Decoding is about characters: line ends and zeros stay what they are.

    >>> decode(b"a\\r\\nb\\rc\\n"), decode(b"a\\x00b"), decode("a\\r\\n".encode("utf-16"))
    (('a\\r\\nb\\rc\\n', 'utf-8'), ('a\\x00b', 'utf-8'), ('a\\r\\n', 'utf-16'))
    """


def case_transcode():
    """The new file holds the same text in the encoding that was asked for.

    >>> written(b"caf\\xe9", "utf-8"), written(b"caf\\xc3\\xa9", "latin-1")
    (b'caf\\xc3\\xa9', b'caf\\xe9')
    >>> written(b"\\xff\\xfeh\\x00\\xe9\\x00", "utf-8"), written(b"h\\xc3\\xa9", "utf-16-be")
    (b'h\\xc3\\xa9', b'\\x00h\\x00\\xe9')
    >>> written(b"\\xe2\\x82\\xac", "cp1252"), written(b"", "utf-8")
    (b'\\x80', b'')
    """


def case_transcode_drops_and_sets_the_mark():
    """The mark of the old file is not carried over; the new one has a mark if its encoding has one.

    >>> written(b"\\xef\\xbb\\xbftea", "utf-8"), written(b"tea", "utf-8-sig")
    (b'tea', b'\\xef\\xbb\\xbftea')
    >>> written(b"\\xef\\xbb\\xbfa\\n", "utf-8-sig"), decode(written(b"\\xfe\\xff\\x00a", "utf-16"))
    (b'\\xef\\xbb\\xbfa\\n', ('a', 'utf-16'))
    """


def case_transcode_keeps_line_ends():
    """Line ends belong to the text, and must come out as they went in.

    >>> written(b"a\\r\\nb\\nc\\rd\\r\\n", "utf-8"), written(b"a\\r\\n\\xe9\\r", "utf-16-le")
    (b'a\\r\\nb\\nc\\rd\\r\\n', b'a\\x00\\r\\x00\\n\\x00\\xe9\\x00\\r\\x00')
    """


def case_transcode_onto_itself():
    """Source and target may be the same file.

    >>> written_over(b"caf\\xe9\\r\\n", "utf-8"), written_over(b"\\xef\\xbb\\xbfx", "utf-8")
    (b'caf\\xc3\\xa9\\r\\n', b'x')
    """


def case_failed_transcode_harms_nothing():
    """A character that the new encoding lacks is an error, and the file stays as it was.

    >>> written_over(b"tea \\xe2\\x82\\xac", "latin-1"), written_over(b"caf\\xe9", "ascii")
    ((b'tea \\xe2\\x82\\xac', 'UnicodeEncodeError'), (b'caf\\xe9', 'UnicodeEncodeError'))
    >>> written_over(b"tea", "no-such-encoding")
    (b'tea', 'LookupError')
    """


def case_random():
    """Some bytes are read wrongly: try marks, with and without a declaration.

    >>> for data, declared in random_bytes(seed, 80):
    ...     attempt(data, declared)                              # doctest: +REFERENCE
    """
