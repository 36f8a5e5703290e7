import asyncio
import threading
import time


async def blocking():
    time.sleep(0.001)  # noqa: ASYNC251


async def yielding():
    await asyncio.sleep(0)


async def work(name, pause, log):
    for _ in range(2):
        seen = log[0]
        log.append(name)
        await pause()
        log[0] = seen + 1


async def main():
    for a, b in [(blocking, blocking), (yielding, yielding), (yielding, blocking)]:
        log = [0]
        await asyncio.gather(work("a", a, log), work("b", b, log))
        print(log)
    print(threading.active_count())


asyncio.run(main())
