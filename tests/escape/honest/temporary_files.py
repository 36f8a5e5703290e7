# Temporary files of every kind, a database among them.
# must: pass
import json
import shelve
import sqlite3
import tempfile


def f(value):
    with tempfile.TemporaryDirectory() as folder:
        with sqlite3.connect(f"{folder}/a.db") as database:
            database.execute("create table t (v)")
            database.execute("insert into t values (?)", [json.dumps(value)])
            (text,) = database.execute("select v from t").fetchone()
        with shelve.open(f"{folder}/b") as shelf:
            shelf["v"] = json.loads(text)
            value = shelf["v"]
    with tempfile.NamedTemporaryFile("w+") as file, tempfile.SpooledTemporaryFile() as spooled:
        spooled.write(b"x")
        json.dump(value, file)
        file.seek(0)
        return json.load(file) + value
