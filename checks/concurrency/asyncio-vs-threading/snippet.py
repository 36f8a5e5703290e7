import asyncio
import time

account = {"balance": 0}


async def block(seconds):
    time.sleep(seconds)  # noqa: ASYNC251


async def deposit(name, pause):
    seen = account["balance"]
    await pause(0.01)
    account["balance"] = seen + 10
    print(name, account["balance"])


async def main():
    await asyncio.gather(deposit("a", asyncio.sleep), deposit("b", block))
    await asyncio.gather(deposit("c", block), deposit("d", block))
    await asyncio.gather(deposit("e", asyncio.sleep), deposit("f", asyncio.sleep))


asyncio.run(main())
