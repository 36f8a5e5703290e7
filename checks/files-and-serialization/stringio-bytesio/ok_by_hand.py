import csv
import io
import sys
from collections.abc import Callable, Iterable


def capture(function: Callable[[], object]) -> str:
    """Call the function and return what it prints."""
    original = sys.stdout
    sys.stdout = stream = io.StringIO()
    try:
        function()
    finally:
        sys.stdout = original
    return stream.getvalue()


def csv_stream(rows: Iterable[Iterable], encoding: str = "utf-8") -> io.BytesIO:
    """Return the rows as CSV in a binary stream, ready to be read."""
    stream = io.BytesIO()
    wrapper = io.TextIOWrapper(stream, encoding=encoding, newline="")
    csv.writer(wrapper).writerows(rows)
    wrapper.detach()  # flushes, and keeps the wrapper from closing the stream
    stream.seek(0)
    return stream
