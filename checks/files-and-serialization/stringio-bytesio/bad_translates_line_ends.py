import contextlib
import csv
import io


def capture(function):
    with contextlib.redirect_stdout(io.StringIO(newline=None)) as stream:
        function()
    return stream.getvalue()


def csv_stream(rows, encoding="utf-8"):
    text = io.StringIO(newline=None)
    csv.writer(text).writerows(rows)
    return io.BytesIO(text.getvalue().encode(encoding))
