import asyncio


async def fetch_all(urls, fetch, limit):
    semaphore = asyncio.Semaphore(limit)
    tasks = []
    try:
        async with asyncio.TaskGroup() as group:
            for url in urls:
                async with semaphore:
                    tasks.append(group.create_task(fetch(url)))
    except ExceptionGroup as failed:
        raise failed.exceptions[0]
    return [task.result() for task in tasks]
