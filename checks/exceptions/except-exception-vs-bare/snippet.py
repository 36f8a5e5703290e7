from asyncio import CancelledError

kinds = [AssertionError, MemoryError, StopIteration]
kinds += [KeyboardInterrupt, SystemExit, GeneratorExit, CancelledError]
for kind in kinds:
    try:
        raise kind
    except Exception:
        print(kind.__name__, "Exception")
    except:
        print(kind.__name__, "bare")
