async def fetch_all(urls, fetch, limit):
    return [await fetch(url) for url in urls]
