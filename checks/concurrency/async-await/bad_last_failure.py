import asyncio


async def fetch_all(urls, fetch, limit):
    semaphore = asyncio.Semaphore(limit)
    failures = []

    async def one(url):
        async with semaphore:
            try:
                return await fetch(url)
            except Exception as error:
                failures.append(error)
                raise

    try:
        async with asyncio.TaskGroup() as group:
            tasks = [group.create_task(one(url)) for url in urls]
    except ExceptionGroup:
        raise failures[-1] from None
    return [task.result() for task in tasks]
