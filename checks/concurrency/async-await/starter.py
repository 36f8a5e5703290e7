async def fetch_all(urls, fetch, limit):
    """Return the results of fetch for all urls, in order, at most `limit` at a time."""
