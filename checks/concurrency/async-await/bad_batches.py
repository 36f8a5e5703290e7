import asyncio


async def fetch_all(urls, fetch, limit):
    results = []
    for start in range(0, len(urls), limit):
        try:
            async with asyncio.TaskGroup() as group:
                batch = [group.create_task(fetch(url)) for url in urls[start:start + limit]]
        except ExceptionGroup as failed:
            raise failed.exceptions[0]
        results += [task.result() for task in batch]
    return results
