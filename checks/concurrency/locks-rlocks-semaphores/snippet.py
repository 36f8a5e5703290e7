from threading import BoundedSemaphore, Lock, RLock, Semaphore, Thread


def release(guard, log):
    try:
        guard.release()
        log.append("released")
    except (RuntimeError, ValueError) as error:
        log.append(type(error).__name__)


for guard in (Lock(), RLock(), Semaphore(2), BoundedSemaphore(2)):
    print([guard.acquire(blocking=False) for _ in range(3)])
    log = []
    other = Thread(target=release, args=[guard, log])
    other.start()
    other.join()
    release(guard, log)
    release(guard, log)
    print(log)
