import asyncio

log = []


async def job(name, turns):
    log.append(f"+{name}")
    for _ in range(turns):
        await asyncio.sleep(0)
    log.append(f"-{name}")
    return name


def show():
    print(log)
    log.clear()


async def main():
    first, second = job("a", 1), job("b", 1)
    await asyncio.sleep(0)
    show()
    await first
    await second
    show()
    tasks = [asyncio.create_task(job("c", 3)), asyncio.create_task(job("d", 1))]
    show()
    print(await asyncio.gather(*tasks))
    show()


asyncio.run(main())
