import asyncio

runs = []


async def fetch():
    runs.append("run")
    return len(runs)


class Ticket:
    def __await__(self):
        return fetch().__await__()


async def main():
    coroutine, task = fetch(), asyncio.create_task(fetch())
    for thing in (coroutine, task, Ticket(), fetch, 7):
        for end in (" ", "\n"):
            try:
                print(await thing, end=end)
            except (TypeError, RuntimeError) as error:
                print(type(error).__name__, end=end)
    print(len(runs))


asyncio.run(main())
