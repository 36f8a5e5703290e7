# Looks at every clock, sleeps a little, and does sums with dates.
# must: pass
import datetime
import time
import zoneinfo


def f(value):
    start = time.perf_counter()
    time.sleep(0.005)
    assert time.perf_counter() > start and time.process_time() < 5 and time.monotonic() > 0
    datetime.datetime.now(zoneinfo.ZoneInfo("Europe/Berlin")).isoformat()
    return value + value
