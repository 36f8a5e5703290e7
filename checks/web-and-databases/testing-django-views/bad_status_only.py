def check_bookings(make_client):
    client = make_client()
    assert client.get("/bookings/").status_code == 401
    client.login("ann")
    assert client.get("/bookings/").status_code == 200
    data = {"room": "A1", "day": "2031-05-17"}
    assert client.post("/bookings/", data).status_code == 201
    assert client.post("/bookings/", data).status_code == 409
    assert client.post("/bookings/", {}).status_code == 400
    assert client.get("/bookings/0/").status_code == 404
    assert client.put("/bookings/").status_code == 405
