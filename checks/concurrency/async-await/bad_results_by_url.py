import asyncio


async def fetch_all(urls, fetch, limit):
    semaphore = asyncio.Semaphore(limit)
    pages = {}

    async def one(url):
        async with semaphore:
            pages[url] = await fetch(url)

    try:
        async with asyncio.TaskGroup() as group:
            for url in urls:
                group.create_task(one(url))
    except ExceptionGroup as failed:
        raise failed.exceptions[0]
    return list(pages.values())
