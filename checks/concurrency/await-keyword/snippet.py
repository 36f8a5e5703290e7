import asyncio


async def fetch():
    return "data"


class Ticket:
    def __await__(self):
        return fetch().__await__()


async def main():
    coroutine, task = fetch(), asyncio.create_task(fetch())
    for thing in (coroutine, coroutine, task, task, Ticket(), fetch, 7):
        try:
            print(await thing)
        except (TypeError, RuntimeError) as error:
            print(type(error).__name__)


asyncio.run(main())
