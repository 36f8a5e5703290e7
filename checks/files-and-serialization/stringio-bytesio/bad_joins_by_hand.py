import contextlib
import io


def capture(function):
    with contextlib.redirect_stdout(io.StringIO()) as stream:
        function()
    return stream.getvalue()


def csv_stream(rows, encoding="utf-8"):
    text = io.StringIO()
    for row in rows:
        text.write(",".join(map(str, row)) + "\r\n")
    return io.BytesIO(text.getvalue().encode(encoding))
