import contextlib
import csv
import io


def capture(function):
    with contextlib.redirect_stdout(io.StringIO()) as stream:
        function()
    return stream.getvalue()


def csv_stream(rows, encoding="utf-8"):
    stream = io.BytesIO()
    for row in rows:
        text = io.StringIO()
        csv.writer(text).writerow(row)
        stream.write(text.getvalue().encode(encoding))
    stream.seek(0)
    return stream
