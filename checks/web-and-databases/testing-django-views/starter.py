def check_bookings(make_client):
    """Raise AssertionError unless the API does what it promises."""
    client = make_client()
    client.login("ann")
    assert client.get("/bookings/").status_code == 200
