import asyncio


async def fetch_all(urls, fetch, limit):
    """Return the results of fetch for all urls, in order, at most `limit` at a time."""
    semaphore = asyncio.Semaphore(limit)

    async def one(url):
        async with semaphore:
            return await fetch(url)

    tasks = [asyncio.create_task(one(url)) for url in urls]
    try:
        return await asyncio.gather(*tasks)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
