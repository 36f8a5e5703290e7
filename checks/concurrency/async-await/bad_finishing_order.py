import asyncio


async def fetch_all(urls, fetch, limit):
    semaphore = asyncio.Semaphore(limit)
    results = []

    async def one(url):
        async with semaphore:
            results.append(await fetch(url))

    try:
        async with asyncio.TaskGroup() as group:
            for url in urls:
                group.create_task(one(url))
    except ExceptionGroup as failed:
        raise failed.exceptions[0]
    return results
