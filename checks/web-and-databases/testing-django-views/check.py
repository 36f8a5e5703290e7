"""Tests for a booking API: they pass on what is right and fail on every bug."""
from datetime import date

from answer import check_bookings


def is_date(text):
    try:
        return str(date.fromisoformat(text)) == text
    except ValueError:
        return False


class App:
    """The API; each name in `bugs` makes it wrong in one way, and `other` writes it differently."""

    def __init__(self, *bugs, other=False):
        self.bugs, self.other = bugs, other
        self.bookings = []
        self.last_id = 4000 if other else 0
        self.freed, self.freed_bookings = set(), []
        self.queries = 0

    def has(self, bug):
        return bug in self.bugs

    def handle(self, method, path, user, data):
        """The status and the body of the answer to a request."""
        self.queries = 0
        parts = path.strip("/").split("/")
        if parts[0] != "bookings" or len(parts) > 2:
            return 404, self.error("no such page")
        name = ("one_" if len(parts) == 2 else "") + method
        if user is None and not self.has(f"open_{name}"):
            if self.has("refused_is_stored") and name == "post":
                self.store(None, data.get("room"), data.get("day"))
            return 401, self.error("log in")
        if len(parts) == 2:
            return self.one(method, parts[1], user)
        if method == "get":
            return self.list(user)
        if method == "post" or (method == "put" and self.has("put_creates")):
            return self.create(user, data)
        if method == "delete" and self.has("delete_all"):
            self.bookings.clear()
            return 204, None
        return 405, self.error("no")

    def error(self, text):
        return {"errors": [text, "sorry"]} if self.other else {"detail": text}

    def shown(self, booking):
        names = ("id", "room", "day")
        if self.has("no_day_in_list") and self.queries > 1:
            names = ("id", "room")
        body = {name: booking[name] for name in names}
        if self.has("wrong_room"):
            body["room"] = f"room {booking['room']}"
        return body | ({"user": booking["user"], "links": []} if self.other else {})

    def list(self, user):
        mine = [booking for booking in self.bookings
                if booking["user"] in (user, None) or self.has("list_of_everybody")]
        self.queries = 1 if self.other else 2
        if self.has("query_for_each"):
            self.queries = 1 + len(mine)
        if self.has("three_queries"):
            self.queries = 3
        if self.has("list_deletes"):
            self.bookings = self.bookings[1:]
        if self.other:
            mine.reverse()
        if self.has("deleted_is_listed"):
            mine += self.freed_bookings
        key = "items" if self.has("wrong_key") else "bookings"
        status = 203 if self.has("wrong_status_of_list") else 200
        return status, {key: [self.shown(booking) for booking in mine]}

    def store(self, user, room, day):
        self.last_id += -7 if self.other else 1
        booking = {"id": self.last_id, "user": user, "room": room, "day": day}
        self.bookings.append(booking)
        return booking

    def create(self, user, data):
        self.queries = 2
        room, day = data.get("room"), data.get("day")
        if problem := self.problem(room, day):
            if self.has("bad_request_is_stored"):
                self.store(user, "A1", "2031-01-01")
            return problem
        if self.conflict(user, room, day):
            if self.has("conflict_is_stored"):
                self.store(user, room, day)
            return 409, self.error("taken")
        booking = self.store(user, room, day)
        self.queries = 1
        return 200 if self.has("created_is_200") else 201, self.shown(booking)

    def problem(self, room, day):
        if room is None:
            return (500, None) if self.has("no_room_is_500") else (400, self.error("room"))
        if room == "" and not self.has("empty_room"):
            return 400, self.error("room")
        if room.isspace() and not self.has("blank_room"):
            return 400, self.error("room")
        if day is None:
            return (500, None) if self.has("no_day_is_500") else (400, self.error("day"))
        if self.has("any_day") or (self.has("day_by_shape") and day.count("-") == 2):
            return None
        return None if is_date(day) else (400, self.error("day"))

    def conflict(self, user, room, day):
        taken = [(booking["room"], booking["day"]) for booking in self.bookings
                 if not (self.has("only_own_conflicts") and booking["user"] != user)
                 and not (self.has("only_foreign_conflicts") and booking["user"] == user)]
        if self.has("double_booking"):
            return False
        if self.has("one_booking_a_day"):
            return day in [other for _, other in taken]
        if self.has("one_booking_a_room"):
            return room in [other for other, _ in taken]
        if self.has("deleted_blocks") and (room, day) in self.freed:
            return True
        return (room, day) in taken

    def one(self, method, key, user):
        self.queries = 1
        found = [booking for booking in self.bookings if str(booking["id"]) == key]
        if method not in ("get", "delete"):
            return (200, None) if self.has("put_changes") else (405, self.error("no"))
        if user is None and found:
            user = found[0]["user"]
        if not found:
            if self.has("missing_is_200") and method == "get":
                return 200, {}
            if self.has("missing_is_deleted") and method == "delete":
                return 204, None
            return 404, self.error("no such booking")
        booking = found[0]
        if booking["user"] != user and not self.has(f"foreign_{method}"):
            if self.has("foreign_is_deleted") and method == "delete":
                self.bookings.remove(booking)
            return 403 if self.has("foreign_is_403") else 404, self.error("no such booking")
        if method == "get":
            if self.has("get_deletes"):
                self.bookings.remove(booking)
            return 203 if self.has("wrong_status_of_one") else 200, self.shown(booking)
        if not self.has("delete_keeps"):
            self.bookings.remove(booking)
        self.freed.add((booking["room"], booking["day"]))
        self.freed_bookings.append(booking)
        return 200 if self.has("deleted_is_200") else 204, None


class Response:
    def __init__(self, status_code, body):
        self.status_code = status_code
        self.body = body

    def json(self):
        return self.body


class Client:
    def __init__(self, app):
        self.app, self.user, self.queries = app, None, 0

    def login(self, name):
        self.user = name

    def logout(self):
        self.user = None

    def request(self, method, path, data):
        response = Response(*self.app.handle(method, path, self.user, dict(data or {})))
        self.queries = self.app.queries
        return response

    def get(self, path):
        return self.request("get", path, None)

    def post(self, path, data=None):
        return self.request("post", path, data)

    def put(self, path, data=None):
        return self.request("put", path, data)

    def delete(self, path):
        return self.request("delete", path, None)


def tried(*bugs, other=False):
    try:
        check_bookings(lambda: Client(App(*bugs, other=other)))
    except Exception:  # noqa: BLE001
        return "fails"
    return "passes"


def verdicts(*bugs):
    """What the tests say of two apps that are right, and of one app for each bug."""
    return [tried(), tried(other=True)], {bug: tried(bug) for bug in bugs}


def sample_right_and_wrong_apps():
    """
    >>> verdicts("created_is_200", "open_get")
    (['passes', 'passes'], {'created_is_200': 'fails', 'open_get': 'fails'})
    """


def case_right_apps_pass():
    """Tests must pass on every app that keeps its promises, in whatever way it is written, each
    time.

    >>> [tried(), tried(other=True), tried(), tried(other=True)]
    ['passes', 'passes', 'passes', 'passes']
    """


def case_login_is_needed():
    """Without a login each kind of request must be refused, and must do nothing.

    >>> verdicts("open_get", "open_post", "open_one_get", "open_one_delete", "refused_is_stored")
    (['passes', 'passes'], {'open_get': 'fails', 'open_post': 'fails', 'open_one_get': 'fails',
                            'open_one_delete': 'fails', 'refused_is_stored': 'fails'})
    """


def case_bookings_of_others():
    """With a second user one sees whether bookings of others are shown or can be deleted.

    >>> verdicts("list_of_everybody", "foreign_get", "foreign_delete", "foreign_is_deleted")
    (['passes', 'passes'], {'list_of_everybody': 'fails', 'foreign_get': 'fails',
                            'foreign_delete': 'fails', 'foreign_is_deleted': 'fails'})
    >>> verdicts("foreign_is_403")[1]
    {'foreign_is_403': 'fails'}
    """


def case_statuses():
    """The statuses of success and failure are promised.

    >>> verdicts("created_is_200", "wrong_status_of_list", "missing_is_200", "deleted_is_200")
    (['passes', 'passes'], {'created_is_200': 'fails', 'wrong_status_of_list': 'fails',
                            'missing_is_200': 'fails', 'deleted_is_200': 'fails'})
    >>> verdicts("missing_is_deleted", "wrong_status_of_one")[1]
    {'missing_is_deleted': 'fails', 'wrong_status_of_one': 'fails'}
    """


def case_content():
    """A status says nothing about the content: look at the keys and values that are promised.

    >>> verdicts("wrong_key", "wrong_room", "no_day_in_list")
    (['passes', 'passes'], {'wrong_key': 'fails', 'wrong_room': 'fails', 'no_day_in_list': 'fails'})
    """


def case_room_is_checked():
    """A room that is missing, empty or blank must be refused with 400.

    >>> verdicts("no_room_is_500", "empty_room", "blank_room")
    (['passes', 'passes'], {'no_room_is_500': 'fails', 'empty_room': 'fails',
                            'blank_room': 'fails'})
    """


def case_day_is_checked():
    """A day that is missing, or is no date of the calendar, must be refused with 400.

    >>> verdicts("no_day_is_500", "any_day", "day_by_shape")
    (['passes', 'passes'], {'no_day_is_500': 'fails', 'any_day': 'fails', 'day_by_shape': 'fails'})
    """


def case_refused_means_not_stored():
    """After a request that was refused, look whether it was really not carried out.

    >>> verdicts("bad_request_is_stored", "conflict_is_stored")
    (['passes', 'passes'], {'bad_request_is_stored': 'fails', 'conflict_is_stored': 'fails'})
    """


def case_double_bookings():
    """A room can be booked once a day, by whomever.

    >>> verdicts("double_booking", "only_own_conflicts", "only_foreign_conflicts")
    (['passes', 'passes'], {'double_booking': 'fails', 'only_own_conflicts': 'fails',
                            'only_foreign_conflicts': 'fails'})
    """


def case_no_conflict():
    """Another room, another day and a room that was given back are free.

    >>> verdicts("one_booking_a_day", "one_booking_a_room", "deleted_blocks")
    (['passes', 'passes'], {'one_booking_a_day': 'fails', 'one_booking_a_room': 'fails',
                            'deleted_blocks': 'fails'})
    """


def case_deleting():
    """What was deleted is gone, from both views.

    >>> verdicts("delete_keeps", "deleted_is_listed")
    (['passes', 'passes'], {'delete_keeps': 'fails', 'deleted_is_listed': 'fails'})
    """


def case_get_changes_nothing():
    """A GET must not change anything: ask twice.

    >>> verdicts("get_deletes", "list_deletes")
    (['passes', 'passes'], {'get_deletes': 'fails', 'list_deletes': 'fails'})
    """


def case_methods():
    """Methods that are not offered must be refused with 405.

    >>> verdicts("put_creates", "put_changes", "delete_all")
    (['passes', 'passes'], {'put_creates': 'fails', 'put_changes': 'fails', 'delete_all': 'fails'})
    """


def case_number_of_queries():
    """The number of queries must not grow with the number of bookings, which one booking cannot
    show.

    >>> verdicts("query_for_each", "three_queries")
    (['passes', 'passes'], {'query_for_each': 'fails', 'three_queries': 'fails'})
    """


def source_only_the_client():
    """Tests see the API through its client only; what is inside of the app may change.

    >>> import ast
    >>> names = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    >>> inside = {"app", "bugs", "bookings", "handle", "last_id", "freed"}
    >>> sorted(names & inside), [name for name in names if name.startswith("__")]
    ([], [])
    >>> names = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    >>> sorted(names & {"vars", "inspect", "sys", "gc", "__builtins__"})
    []
    """
