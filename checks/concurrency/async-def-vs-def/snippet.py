import asyncio
import inspect


def plain():
    return 1


async def coro():
    return 1


def relay():
    return coro()


async def stream():
    yield 1


async def main():
    for function in (plain, coro, relay, stream):
        result = function()
        awaitable = inspect.isawaitable(result)
        print(type(result).__name__, inspect.iscoroutinefunction(function), awaitable)
        if awaitable:
            await result


asyncio.run(main())
try:
    compile("def late(): await coro()", "late.py", "exec")
    print("compiled")
except SyntaxError:
    print("refused")
