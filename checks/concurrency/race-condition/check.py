"""Count in a slow store, from many threads, without losing anything."""
import threading

from answer import Counter

PATIENCE = 1.0  # seconds; only a wrong answer waits for so long


class Store:
    """A number, and how often it was read and written."""

    def __init__(self, number=0):
        self.number = number
        self.reads, self.writes = 0, []

    def read(self):
        self.reads += 1
        return self.number

    def write(self, number):
        self.writes.append(number)
        self.number = number


class SlowStore(Store):
    """Reading waits for a second reader, for a moment: without a lock both get the same number."""

    def __init__(self, readers):
        super().__init__()
        self.barrier = threading.Barrier(readers, timeout=0.1)

    def read(self):
        number = super().read()
        try:
            self.barrier.wait()
        except threading.BrokenBarrierError:
            pass
        return number


class SleepyStore(Store):
    """Between reading and writing other threads can run."""

    pause = threading.Event()

    def read(self):
        number = super().read()
        self.pause.wait(0.001)
        return number


class MeetingStore(Store):
    """Reading waits until the other store is being read as well."""

    def __init__(self, meeting):
        super().__init__()
        self.meeting = meeting

    def read(self):
        try:
            self.meeting.wait()
        except threading.BrokenBarrierError:
            return -100
        return super().read()


class FailingStore(Store):
    """The first read or the first write fails."""

    def __init__(self, what):
        super().__init__(7)
        self.fails = [what]

    def fail(self, what):
        if what in self.fails:
            self.fails.clear()
            raise OSError(f"{what} failed")

    def read(self):
        self.fail("read")
        return super().read()

    def write(self, number):
        self.fail("write")
        super().write(number)


class Noisy(Counter):
    """A subclass that does something after each increment: at first it lets another thread try."""

    def __init__(self, store):
        super().__init__(store)
        self.increments = []
        self.rival = threading.Thread(target=self.compete, daemon=True)

    def increment(self):
        name = threading.current_thread().name
        number = super().increment()
        self.increments.append(name)
        if name == "adder" and len(self.increments) == 1:
            self.rival.start()
            self.rival.join(0.4)
        return number

    def compete(self):
        threading.current_thread().name = "rival"
        self.increment()


def here(function):
    """What the function returns or raises, in this thread."""
    try:
        return function()
    except Exception as error:  # noqa: BLE001
        return f"{type(error).__name__}: {error}"


def together(*functions, patience=PATIENCE):
    """What the functions return, each in a thread of its own; `stuck` for one that never ends."""
    results = ["stuck"] * len(functions)

    def call(index, function):
        results[index] = here(function)

    threads = [
        threading.Thread(target=call, args=pair, daemon=True, name="adder")
        for pair in enumerate(functions)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(patience)
    return results


def many_threads(threads, times):
    """The number in the end, how many different numbers were returned, and the largest."""
    store = SleepyStore()
    counter = Counter(store)
    numbers = []

    def work():
        for _ in range(times):
            numbers.append(counter.increment())
        return "done"

    finished = together(*[work] * threads, patience=5.0)
    return finished.count("done"), store.number, len(set(numbers)), max(numbers)


def adding():
    store = Store(10)
    counter = Noisy(store)
    result = together(lambda: counter.add(3))
    if counter.rival.ident:
        counter.rival.join(PATIENCE)
    return result, counter.increments, store.number


def sample_one_thread():
    """
    >>> counter = Counter(Store(41))
    >>> counter.increment(), counter.add(3)
    (42, 45)
    """


def case_two_threads_read_at_the_same_time():
    """Two threads must not read the same number: reading, adding and writing belong together.

    >>> store = SlowStore(2)
    >>> counter = Counter(store)
    >>> sorted(together(counter.increment, counter.increment)), store.number, store.writes
    ([1, 2], 2, [1, 2])
    >>> store = SlowStore(3)
    >>> counter = Counter(store)
    >>> sorted(together(*[counter.increment] * 5)), store.number
    ([1, 2, 3, 4, 5], 5)
    """


def case_many_threads():
    """Eight threads with 15 increments each make 120, and each one returns a number of its own.

    >>> many_threads(8, 15)
    (8, 120, 120, 120)
    """


def case_one_read_and_one_write():
    """An increment reads once and writes once, and making a counter does neither.

    >>> store = Store(5)
    >>> counter = Counter(store)
    >>> store.reads, counter.increment(), store.reads, store.writes
    (0, 6, 1, [6])
    >>> counter.add(2), store.reads, store.writes
    (8, 3, [6, 7, 8])
    """


def case_number_lives_in_the_store():
    """The number is read anew each time: the store may have been reset.

    >>> store = Store(5)
    >>> counter = Counter(store)
    >>> first = counter.increment()
    >>> store.number = 100
    >>> first, counter.increment(), counter.add(2)
    (6, 101, 103)
    """


def case_add_does_not_hang():
    """`add` calls `increment`, which takes the lock again: that must not block for ever.

    >>> store = Store()
    >>> counter = Counter(store)
    >>> together(lambda: counter.add(4)), store.writes
    ([4], [1, 2, 3, 4])
    """


def case_add_nothing():
    """Adding nothing writes nothing and returns the current number.

    >>> store = Store(9)
    >>> counter = Counter(store)
    >>> together(lambda: counter.add(0)), store.writes, store.reads
    ([9], [], 1)
    """


def case_add_is_one_step():
    """Nobody else counts while `add` is at work, and subclasses see each increment.

    >>> adding()
    ([13], ['adder', 'adder', 'adder', 'rival'], 14)
    """


def case_counters_do_not_wait_for_each_other():
    """Two counters are independent: each needs a lock of its own.

    >>> meeting = threading.Barrier(2, timeout=PATIENCE / 2)
    >>> one, two = Counter(MeetingStore(meeting)), Counter(MeetingStore(meeting))
    >>> together(one.increment, two.increment)
    [1, 1]
    """


def case_failure_releases_the_lock():
    """If reading or writing fails the error gets out, and the next thread can count.

    >>> for what in ("read", "write"):
    ...     counter = Counter(FailingStore(what))
    ...     here(counter.increment), together(counter.increment), together(lambda: counter.add(2))
    ('OSError: read failed', [8], [10])
    ('OSError: write failed', [8], [10])
    >>> counter = Counter(FailingStore("write"))
    >>> here(lambda: counter.add(2)), together(counter.increment)
    ('OSError: write failed', [8])
    """
