import asyncio


async def fetch_all(urls, fetch, limit):
    """Return the results of fetch for all urls, in order, at most `limit` at a time."""
    semaphore = asyncio.Semaphore(limit)

    async def one(url):
        async with semaphore:
            return await fetch(url)

    try:
        async with asyncio.TaskGroup() as group:
            tasks = [group.create_task(one(url)) for url in urls]
    except ExceptionGroup as failed:
        raise failed.exceptions[0]
    return [task.result() for task in tasks]
