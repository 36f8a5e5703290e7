PATH = "/bookings/"
DAY, NEXT_DAY = "2031-05-17", "2031-05-18"
GOOD = {"room": "A1", "day": DAY}


def check_bookings(make_client):
    """Raise AssertionError unless the API does what it promises."""
    for check in (login, life, bad_requests, conflicts, several, privacy, methods):
        client = make_client()
        client.login("ann")
        check(client)


def booked(client, **changes):
    """A new booking, as the API shows it."""
    made = client.post(PATH, GOOD | changes)
    assert made.status_code == 201
    return made.json()


def path_of(booking):
    return f"{PATH}{booking['id']}/"


def listed(client):
    """The ids of the bookings in the list, in order."""
    response = client.get(PATH)
    assert response.status_code == 200
    return sorted(booking["id"] for booking in response.json()["bookings"])


def login(client):
    booking = booked(client)
    client.logout()
    assert client.get(PATH).status_code == 401
    assert client.post(PATH, GOOD | {"day": NEXT_DAY}).status_code == 401
    assert client.get(path_of(booking)).status_code == 401
    assert client.delete(path_of(booking)).status_code == 401
    client.login("ann")
    assert listed(client) == [booking["id"]]


def life(client):
    booking = booked(client)
    path = path_of(booking)
    one = client.get(path)
    assert one.status_code == 200
    (of_list,) = client.get(PATH).json()["bookings"]
    wanted = GOOD | {"id": booking["id"]}
    for shown in (booking, one.json(), of_list):
        assert {name: shown[name] for name in wanted} == wanted
    assert client.delete(path).status_code == 204
    assert client.get(path).status_code == 404
    assert client.delete(path).status_code == 404
    assert listed(client) == []
    booked(client)


def bad_requests(client):
    for wrong in ({"room": ""}, {"room": " "}, {"day": "soon"}, {"day": "2031-02-30"}):
        assert client.post(PATH, GOOD | wrong).status_code == 400
    for name, value in GOOD.items():
        assert client.post(PATH, {name: value}).status_code == 400
    assert listed(client) == []


def conflicts(client):
    booked(client)
    for user in ("ann", "ben"):
        client.login(user)
        before = listed(client)
        assert client.post(PATH, GOOD).status_code == 409
        assert listed(client) == before


def several(client):
    """Another room and another day are free, and a longer list takes no more queries."""
    booked(client)
    booked(client, room="B2")
    booked(client, day=NEXT_DAY)
    client.get(PATH)
    assert client.queries <= 2


def privacy(client):
    booking = booked(client)
    client.login("ben")
    assert listed(client) == []
    assert client.get(path_of(booking)).status_code == 404
    assert client.delete(path_of(booking)).status_code == 404
    client.login("ann")
    assert listed(client) == [booking["id"]]


def methods(client):
    booking = booked(client)
    assert client.put(PATH, GOOD).status_code == 405
    assert client.delete(PATH).status_code == 405
    assert client.put(path_of(booking), GOOD).status_code == 405
