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
    with io.TextIOWrapper(stream, encoding=encoding, newline="") as wrapper:
        csv.writer(wrapper).writerows(rows)
    stream.seek(0)
    return stream
