import io
from collections.abc import Callable, Iterable


def capture(function: Callable[[], object]) -> str:
    """Call the function and return what it prints."""


def csv_stream(rows: Iterable[Iterable], encoding: str = "utf-8") -> io.BytesIO:
    """Return the rows as CSV in a binary stream, ready to be read."""
