import contextlib
import csv
import io
from collections.abc import Callable, Iterable


def capture(function: Callable[[], object]) -> str:
    """Call the function and return what it prints."""
    with contextlib.redirect_stdout(io.StringIO()) as stream:
        function()
    return stream.getvalue()


def csv_stream(rows: Iterable[Iterable], encoding: str = "utf-8") -> io.BytesIO:
    """Return the rows as CSV in a binary stream, ready to be read."""
    text = io.StringIO()
    csv.writer(text).writerows(rows)
    return io.BytesIO(text.getvalue().encode(encoding))
