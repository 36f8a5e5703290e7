def check_bookings(make_client):
    client = make_client()
    response = client.get("/bookings/")
    assert response.status_code == 200, "not logged in, and expected to be"
