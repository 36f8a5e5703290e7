import asyncio


async def job(name):
    print(name, "begins")
    await asyncio.sleep(0.01)
    print(name, "ends")


async def main():
    first, second = job("a"), job("b")
    print("called")
    await first
    task = asyncio.create_task(job("c"))
    print("created")
    await second
    await task


asyncio.run(main())
