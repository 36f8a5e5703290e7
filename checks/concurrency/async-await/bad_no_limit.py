import asyncio


async def fetch_all(urls, fetch, limit):
    try:
        async with asyncio.TaskGroup() as group:
            tasks = [group.create_task(fetch(url)) for url in urls]
    except ExceptionGroup as failed:
        raise failed.exceptions[0]
    return [task.result() for task in tasks]
