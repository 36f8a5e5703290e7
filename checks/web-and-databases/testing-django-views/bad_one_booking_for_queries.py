PATH = "/bookings/"
DAY = "2031-05-17"
NEXT_DAY = "2031-05-18"


def check_bookings(make_client):
    for check in (login, life, bad_requests, conflicts, privacy, methods, queries):
        check(make_client())


def book(client, room="A1", day=DAY):
    return client.post(PATH, {"room": room, "day": day})


def booked(client, room="A1", day=DAY):
    return f"{PATH}{book(client, room, day).json()['id']}/"


def days(client):
    return sorted(booking["day"] for booking in client.get(PATH).json()["bookings"])


def login(client):
    client.login("ann")
    path = booked(client)
    client.logout()
    assert client.get(PATH).status_code == 401
    assert book(client, day=NEXT_DAY).status_code == 401
    assert client.get(path).status_code == 401
    assert client.delete(path).status_code == 401
    client.login("ann")
    assert days(client) == [DAY]


def life(client):
    client.login("ann")
    made = book(client)
    assert made.status_code == 201
    wanted = {"id": made.json()["id"], "room": "A1", "day": DAY}
    path = f"{PATH}{wanted['id']}/"
    seen = client.get(path)
    assert seen.status_code == 200
    listed = client.get(PATH)
    assert listed.status_code == 200
    (booking,) = listed.json()["bookings"]
    for shown in (made.json(), seen.json(), booking):
        assert {name: shown[name] for name in wanted} == wanted
    assert client.delete(path).status_code == 204
    assert client.get(path).status_code == 404
    assert client.delete(path).status_code == 404
    assert days(client) == []
    assert book(client).status_code == 201


def bad_requests(client):
    client.login("ann")
    for data in (
        {"day": DAY}, {"room": "", "day": DAY}, {"room": " ", "day": DAY},
        {"room": "A1"}, {"room": "A1", "day": "soon"}, {"room": "A1", "day": "2031-02-30"},
    ):
        assert client.post(PATH, data).status_code == 400
    assert days(client) == []


def conflicts(client):
    client.login("ann")
    book(client)
    assert book(client).status_code == 409
    assert book(client, room="B2").status_code == 201
    assert book(client, day=NEXT_DAY).status_code == 201
    assert days(client) == [DAY, DAY, NEXT_DAY]
    client.login("ben")
    assert book(client).status_code == 409
    assert days(client) == []


def privacy(client):
    client.login("ann")
    path = booked(client)
    client.login("ben")
    assert days(client) == []
    assert client.get(path).status_code == 404
    assert client.delete(path).status_code == 404
    client.login("ann")
    assert days(client) == [DAY]


def methods(client):
    client.login("ann")
    path = booked(client)
    assert client.put(PATH, {"room": "B2", "day": DAY}).status_code == 405
    assert client.delete(PATH).status_code == 405
    assert client.put(path, {"room": "B2", "day": DAY}).status_code == 405


def queries(client):
    client.login("ann")
    book(client)
    client.get(PATH)
    assert client.queries < 4
