def check_bookings(make_client):
    client = make_client()
    if client.get("/bookings/").status_code != 401:
        return False
    client.login("ann")
    data = {"room": "A1", "day": "2031-05-17"}
    made = client.post("/bookings/", data)
    return made.status_code == 201 and client.post("/bookings/", data).status_code == 409
