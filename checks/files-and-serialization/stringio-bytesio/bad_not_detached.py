import csv
import io
import sys


def capture(function):
    original = sys.stdout
    sys.stdout = stream = io.StringIO()
    try:
        function()
    finally:
        sys.stdout = original
    return stream.getvalue()


def csv_stream(rows, encoding="utf-8"):
    stream = io.BytesIO()
    wrapper = io.TextIOWrapper(stream, encoding=encoding, newline="")
    csv.writer(wrapper).writerows(rows)
    wrapper.flush()
    stream.seek(0)
    return stream
