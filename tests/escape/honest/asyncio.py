# Coroutines, with a loop of their own, timeouts and a thread.
# must: pass
import asyncio


async def double(value):
    await asyncio.sleep(0.001)
    later = await asyncio.wait_for(asyncio.to_thread(lambda: value), 1)
    return sum(await asyncio.gather(asyncio.sleep(0, 0), asyncio.sleep(0, 0))) or value + later


def f(value):
    return asyncio.run(double(value))
