import asyncio
import inspect


def plain():
    return 1


async def coro():
    print("coro runs")


def relay():
    return coro()


async def stream():
    yield 1


for function in (plain, coro, relay, stream):
    result = function()
    print(type(result).__name__, inspect.isawaitable(result))
    if inspect.isawaitable(result):
        asyncio.run(result)
