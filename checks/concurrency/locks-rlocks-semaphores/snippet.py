from concurrent.futures import ThreadPoolExecutor
from threading import BoundedSemaphore, Lock, RLock, Semaphore


def release(guard):
    try:
        guard.release()
        return "released"
    except (RuntimeError, ValueError) as error:
        return type(error).__name__


with ThreadPoolExecutor(max_workers=1) as pool:
    for guard in (Lock(), RLock(), Semaphore(2), BoundedSemaphore(2)):
        print([guard.acquire(blocking=False) for _ in range(3)])
        other = pool.submit(release, guard).result()
        print(other, release(guard), release(guard))
