"""Query and change a database through the DB-API alone."""
import sqlite3
import tempfile
from pathlib import Path

from answer import find_user, transfer


class Cursor:
    """What PEP 249 says of a cursor, and no more."""

    def __init__(self, connection):
        self.connection = connection
        self.raw = connection.raw.cursor()
        connection.cursors_open += 1
        self.is_open = True

    def execute(self, sql, parameters=()):
        connection = self.connection
        connection.step("execute")
        connection.statements.append((" ".join(sql.split()), tuple(parameters)))
        if connection.mark != "?":
            if "?" in sql:
                raise sqlite3.ProgrammingError("this driver does not know ?")
            sql = sql.replace(connection.mark, "?")
        self.raw.execute(sql, parameters)

    def fetchone(self):
        return self.raw.fetchone()

    def fetchall(self):
        return self.raw.fetchall()

    @property
    def rowcount(self):
        return self.raw.rowcount

    def close(self):
        if self.is_open:
            self.is_open = False
            self.connection.cursors_open -= 1
            self.raw.close()


class Connection:
    """What PEP 249 says of a connection, and no more; it can fail at a given step."""

    def __init__(self, path, mark="?"):
        self.raw = sqlite3.connect(path)
        self.mark = mark
        self.cursors_open = self.steps = 0
        self.fails_at, self.failure = None, None
        self.statements, self.log = [], []

    def step(self, name):
        self.steps += 1
        if self.steps == self.fails_at:
            raise self.failure

    def cursor(self):
        return Cursor(self)

    def commit(self):
        self.step("commit")
        self.log.append("commit")
        self.raw.commit()

    def rollback(self):
        self.log.append("rollback")
        self.raw.rollback()

    def close(self):
        self.log.append("close")
        self.raw.close()


class Database:
    """A database in a file of its own, with a connection for the answer and one that looks on."""

    def __init__(self, mark="?"):
        self.folder = tempfile.TemporaryDirectory()
        path = Path(self.folder.name) / "test.db"
        self.other = sqlite3.connect(path)
        self.other.executescript("""
            CREATE TABLE users (email TEXT, secret TEXT, id INTEGER, name TEXT);
            INSERT INTO users VALUES
                ('a@x.org', 's1', 11, 'anna'), ('o@x.org', 's2', 12, 'O''Neil'),
                (NULL, 's3', 13, '100%'), ('q@x.org', 's4', 0, 'who?');
            CREATE TABLE accounts (id INTEGER, cents INTEGER);
            INSERT INTO accounts VALUES (1, 500), (2, 20), (3, 0);
        """)
        self.connection = Connection(path, mark)

    def seen_by_others(self):
        return dict(self.other.execute("SELECT id, cents FROM accounts ORDER BY id"))

    def left_behind(self):
        """Open cursors, and whether a transaction is still open."""
        return self.connection.cursors_open, self.connection.raw.in_transaction


def attempt(database, *arguments):
    connection = database.connection
    try:
        result = transfer(connection, *arguments, mark=connection.mark)
    except BaseException as error:  # noqa: BLE001
        result = type(error).__name__
    return result, database.seen_by_others(), database.left_behind()


def found(database, name):
    try:
        return find_user(database.connection, name, database.connection.mark)
    except Exception as error:  # noqa: BLE001
        return type(error).__name__


def failing_at(step, failure):
    """What is left if the given call of `execute` or `commit` fails."""
    database = Database()
    database.connection.fails_at, database.connection.failure = step, failure
    return attempt(database, 1, 2, 100)


def steps_of_a_transfer():
    database = Database()
    attempt(database, 1, 2, 100)
    return database.connection.steps


def sample_find_user():
    """
    >>> database = Database()
    >>> find_user(database.connection, "anna")
    {'id': 11, 'name': 'anna', 'email': 'a@x.org'}
    >>> find_user(database.connection, "nobody")
    """


def sample_transfer():
    """
    >>> database = Database()
    >>> database.seen_by_others()
    {1: 500, 2: 20, 3: 0}
    >>> transfer(database.connection, 1, 2, 150)
    >>> database.seen_by_others()
    {1: 350, 2: 170, 3: 0}
    """


def case_names_with_quotes():
    """A name is data, whatever is in it: hand it to `execute` as a parameter.

    >>> database = Database()
    >>> found(database, "O'Neil"), found(database, "100%")["id"], found(database, "who?")["id"]
    ({'id': 12, 'name': "O'Neil", 'email': 'o@x.org'}, 13, 0)
    """


def case_injection():
    """Nothing that a stranger types may become SQL.

    >>> database = Database()
    >>> for name in ("x' OR '1'='1", "x'; DROP TABLE users; --", "%", "' OR name LIKE '%", ""):
    ...     found(database, name)
    >>> found(database, "anna")["id"], found(database, "ANNA"), found(database, "ann")
    (11, None, None)
    """


def case_parameters_beside_the_sql():
    """The SQL is the same for every name; the name stands among the parameters.

    >>> database = Database()
    >>> for name in ("anna", "bert"): _ = found(database, name)
    >>> texts = {sql for sql, parameters in database.connection.statements}
    >>> len(texts), [parameters for sql, parameters in database.connection.statements]
    (1, [('anna',), ('bert',)])
    """


def case_other_drivers():
    """Other drivers write parameters as `%s`: use the mark that you are given.

    >>> database = Database("%s")
    >>> found(database, "O'Neil"), found(database, "100%")["id"]
    ({'id': 12, 'name': "O'Neil", 'email': 'o@x.org'}, 13)
    >>> attempt(database, 1, 3, 499)
    (None, {1: 1, 2: 20, 3: 499}, (0, False))
    >>> attempt(database, 1, 3, 2)
    ('ValueError', {1: 1, 2: 20, 3: 499}, (0, False))
    """


def case_find_user_leaves_nothing():
    """`find_user` closes its cursor, found or not, and neither commits nor rolls back.

    >>> database = Database()
    >>> found(database, "anna")["email"], found(database, "x"), database.left_behind()
    ('a@x.org', None, (0, False))
    >>> database.connection.raw.execute("DELETE FROM accounts").rowcount
    3
    >>> found(database, "anna")["id"], len(database.seen_by_others()), database.connection.log
    (11, 3, [])
    """


def case_committed():
    """After a transfer other connections see the change: it must be committed, once, at the end.

    >>> database = Database()
    >>> attempt(database, 1, 2, 500)
    (None, {1: 0, 2: 520, 3: 0}, (0, False))
    >>> attempt(database, 2, 3, 20)
    (None, {1: 0, 2: 500, 3: 20}, (0, False))
    >>> database.connection.log
    ['commit', 'commit']
    """


def case_not_enough_money():
    """Without enough money it is a ValueError, and nothing is changed or left open.

    >>> database = Database()
    >>> attempt(database, 2, 1, 21)
    ('ValueError', {1: 500, 2: 20, 3: 0}, (0, False))
    >>> attempt(database, 3, 2, 1)
    ('ValueError', {1: 500, 2: 20, 3: 0}, (0, False))
    >>> attempt(database, 2, 1, 20)
    (None, {1: 520, 2: 0, 3: 0}, (0, False))
    """


def case_cents_that_are_not_positive():
    """Nothing or less cannot be moved: ValueError, without asking the database.

    >>> database = Database()
    >>> [attempt(database, 1, 2, cents)[0] for cents in (0, -5)], database.connection.statements
    (['ValueError', 'ValueError'], [])
    >>> attempt(database, 1, 2, 1)
    (None, {1: 499, 2: 21, 3: 0}, (0, False))
    """


def case_unknown_accounts():
    """If one of the accounts does not exist no money may appear or vanish.

    >>> database = Database()
    >>> attempt(database, 1, 99, 10)
    ('LookupError', {1: 500, 2: 20, 3: 0}, (0, False))
    >>> attempt(database, 99, 1, 10)
    ('LookupError', {1: 500, 2: 20, 3: 0}, (0, False))
    """


def case_failure_at_any_step():
    """If the database fails in the middle, or at the commit, everything is rolled back.

    >>> steps = steps_of_a_transfer()
    >>> full = sqlite3.OperationalError("disk full")
    >>> failures = [failing_at(step, full) for step in range(2, steps + 1)]
    >>> failures[0], failures[-1], len({repr(failure) for failure in failures})
    (('OperationalError', {1: 500, 2: 20, 3: 0}, (0, False)),
     ('OperationalError', {1: 500, 2: 20, 3: 0}, (0, False)), 1)
    """


def case_interrupted():
    """Ctrl-C in the middle of a transfer must not leave half of it in an open transaction.

    >>> failing_at(steps_of_a_transfer() - 1, KeyboardInterrupt())
    ('KeyboardInterrupt', {1: 500, 2: 20, 3: 0}, (0, False))
    """


def case_connection_stays_open():
    """The connection belongs to the caller and can be used after success and failure.

    >>> database = Database()
    >>> attempt(database, 2, 1, 99)[0], found(database, "anna")["id"], attempt(database, 1, 2, 5)[0]
    ('ValueError', 11, None)
    >>> [entry for entry in database.connection.log if entry != "rollback"]
    ['commit']
    """
