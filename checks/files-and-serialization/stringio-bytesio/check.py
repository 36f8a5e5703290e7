"""Catch what is printed, and make a CSV file in memory."""
import csv
import io
import random
import sys

from answer import capture, csv_stream

CUPS = [["name", "price"], ["tea, green", 3], ['the "big" one', 5]]


def noisy(text="one"):
    def function():
        print(text)
    return function


def counting():
    for number in range(4):
        print(number)


def outer():
    print("outer starts")
    caught = capture(noisy("inner"))
    print("outer caught", caught.upper(), end="")


def talkative():
    sys.stdout.write("written\n")
    print("to stderr", file=sys.stderr)
    print("a", "b", sep="-", end="")
    return "ignored"


def failing():
    print("before the failure")
    raise LookupError("on purpose")


def caught_around(function):
    """What is printed outside of a capture that may fail, and the exception that came out."""
    def around():
        print("start")
        try:
            capture(function)
        except LookupError as error:
            print("raised", error)
        print("end")

    return capture(around)


def restored(function):
    """Is a stream that was in place before, in place again?"""
    original, mine = sys.stdout, io.StringIO()
    sys.stdout = mine
    try:
        capture(function)
    except LookupError:
        pass
    finally:
        found, sys.stdout = sys.stdout, original
    return type(found).__name__, found is mine, mine.getvalue()


def content(*args, **kwargs):
    return csv_stream(*args, **kwargs).read()


def rows_of(stream, encoding="utf-8"):
    text = stream.read().decode(encoding)
    return list(csv.reader(io.StringIO(text, newline="")))


def tables(seed, count):
    rng = random.Random(seed)
    cells = ["tea", "a,b", 'say "x"', "two\nlines", "", " ", "caf\xe9", 0, 2.5, None, "a\r\nb", "'"]
    for _ in range(count):
        columns = rng.randint(1, 3)
        yield [rng.choices(cells, k=columns) for _ in range(rng.randint(0, 4))]


def sample_capture():
    """
    >>> def order():
    ...     print("tea", 3)
    >>> capture(order)
    'tea 3\\n'
    """


def sample_csv():
    """
    >>> stream = csv_stream([["name", "price"], ["tea, green", 3]])
    >>> stream.read()
    b'name,price\\r\\n"tea, green",3\\r\\n'
    """


def case_all_that_is_printed():
    """Everything that goes to standard output is caught, from the first character to the last.

    >>> capture(counting), capture(noisy("caf\\xe9 \\u20ac"))
    ('0\\n1\\n2\\n3\\n', 'caf\xe9 \u20ac\\n')
    >>> capture(talkative), len(capture(noisy("x" * 100_000)))
    ('written\\na-b', 100001)
    """


def case_nothing_is_printed():
    """Without any output the result is an empty string, also for a function that returns something.

    >>> capture(lambda: "returned"), capture(lambda: None), capture(noisy(""))
    ('', '', '\\n')
    """


def case_line_ends_are_kept():
    """The text comes back as it was printed: line ends are not translated.

    >>> capture(noisy("a\\r\\nb\\rc"))
    'a\\r\\nb\\rc\\n'
    """


def case_captures_are_nested():
    """A capture within a capture catches its own part, and the outer one the rest.

    >>> capture(outer)
    'outer starts\\nouter caught INNER\\n'
    >>> capture(lambda: capture(noisy("hidden"))), capture(noisy("next"))
    ('', 'next\\n')
    """


def case_exception_passes_through():
    """An exception goes on to the caller, and standard output is what it was before.

    >>> capture(failing)
    Traceback (most recent call last):
    LookupError
    >>> caught_around(failing)
    'start\\nraised on purpose\\nend\\n'
    """


def case_previous_stream_is_restored():
    """Put back what was there before, which need not be the terminal, and print nothing to it.

    >>> restored(noisy("secret")), restored(failing)
    (('StringIO', True, ''), ('StringIO', True, ''))
    """


def case_captures_do_not_mix():
    """Each capture starts with an empty stream.

    >>> [capture(noisy(text)) for text in ("a", "bb", "", "c")]
    ['a\\n', 'bb\\n', '\\n', 'c\\n']
    """


def case_stream_is_ready_to_be_read():
    """Whoever gets the stream reads from its start: after writing, the position is at the end.

    >>> stream = csv_stream(CUPS)
    >>> stream.tell(), stream.read(6), stream.tell(), stream.readline(), stream.closed
    (0, b'name,p', 6, b'rice\\r\\n', False)
    >>> rows_of(csv_stream(CUPS))
    [['name', 'price'], ['tea, green', '3'], ['the "big" one', '5']]
    """


def case_stream_is_binary():
    """An upload takes bytes, so it has to be a BytesIO that is open, with all the data in it.

    >>> stream = csv_stream([["a"], ["b"]])
    >>> type(stream).__name__, stream.getvalue(), stream.seekable(), stream.writable()
    ('BytesIO', b'a\\r\\nb\\r\\n', True, True)
    """


def case_quoting():
    """Commas, quotes and line ends within a cell are the reason for using the csv module.

    >>> csv_stream([['say "hi" now', "a,b", "two\\nlines"], [None, "", " "]]).read()
    b'"say ""hi"" now","a,b","two\\nlines"\\r\\n,, \\r\\n'
    >>> rows_of(csv_stream([["a\\r\\nb", "c\\nd"], ["x", "'"]]))
    [['a\\r\\nb', 'c\\nd'], ['x', "'"]]
    """


def case_encoding():
    """The text is encoded as asked, UTF-8 if nothing is said.

    >>> content([["caf\\xe9"]]), content([["caf\\xe9"]], "latin-1")
    (b'caf\\xc3\\xa9\\r\\n', b'caf\\xe9\\r\\n')
    >>> content([["a"], ["b"]], encoding="utf-16-le")
    b'a\\x00\\r\\x00\\n\\x00b\\x00\\r\\x00\\n\\x00'
    >>> content([["a"], ["b"], ["c"]], encoding="utf-8-sig")
    b'\\xef\\xbb\\xbfa\\r\\nb\\r\\nc\\r\\n'
    """


def case_text_that_cannot_be_encoded():
    """Do not lose characters in silence: what the encoding lacks is an error.

    >>> csv_stream([["\\u20ac"]], "latin-1")
    Traceback (most recent call last):
    UnicodeEncodeError
    """


def case_no_rows():
    """No rows give an empty stream, and an empty row an empty line.

    >>> content([]), content([[]]), content([["a"], [], ["b"]])
    (b'', b'\\r\\n', b'a\\r\\n\\r\\nb\\r\\n')
    """


def case_rows_from_a_generator():
    """Rows may come from a generator, which can be read only once.

    >>> content((str(i), i * i) for i in range(3))
    b'0,0\\r\\n1,1\\r\\n2,4\\r\\n'
    >>> data = content([i] for i in range(20_000))
    >>> len(data), data[-14:], data.count(b"\\n")
    (128890, b'19998\\r\\n19999\\r\\n', 20000)
    """


def case_streams_are_independent():
    """Two calls give two streams: closing one must not close the other.

    >>> first, second = csv_stream([["a"]]), csv_stream([["b"]])
    >>> first.close()
    >>> second.read(), csv_stream([["c"]]).read()
    (b'b\\r\\n', b'c\\r\\n')
    """


def case_random():
    """Some table comes out wrong: try quotes, line ends and empty cells.

    >>> for rows in tables(seed, 40): csv_stream(rows).read()        # doctest: +REFERENCE
    """
