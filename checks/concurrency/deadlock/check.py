"""Transfer between accounts with a lock each, without a deadlock."""
import random
import threading

from answer import transfer

PATIENCE = 1.0  # seconds; only a wrong answer waits for so long


class Deadlock(Exception):
    """A lock would be waited for for ever."""


class Lock:
    """A lock that knows its owner, tells when it is taken, and refuses to wait for ever."""

    def __init__(self, when_taken):
        self.inner = threading.Lock()
        self.owner = None
        self.when_taken = when_taken

    def acquire(self, blocking=True, timeout=-1):
        me = threading.get_ident()
        if blocking and timeout < 0:
            if self.owner == me:
                raise Deadlock("you hold this lock already")
            if not self.inner.acquire(timeout=PATIENCE):
                raise Deadlock("waited for ever")
        elif not self.inner.acquire(blocking, timeout):
            return False
        self.owner = me
        self.when_taken()
        return True

    def release(self):
        self.owner = None
        self.inner.release()

    def locked(self):
        return self.inner.locked()

    def __enter__(self):
        return self.acquire()

    def __exit__(self, *details):
        self.release()


class Bank:
    """Accounts that notice who looks at their balance without holding the locks."""

    def __init__(self, *balances, stop=None, meet=None):
        self.stop, self.meet = stop, meet
        self.stopped = set()
        self.unguarded = 0
        self.locks_held = set()
        self.accounts = [Account(self, number, balance) for number, balance in enumerate(balances)]

    def lock_taken(self):
        """Each thread stops at the first lock that it takes, until the others hold one as well."""
        me = threading.get_ident()
        if self.stop is not None and me not in self.stopped:
            self.stopped.add(me)
            wait(self.stop)

    def held(self):
        me = threading.get_ident()
        return sum(account.lock.owner == me for account in self.accounts)

    def balances(self):
        return [account._balance for account in self.accounts]

    def locked(self):
        return [account.number for account in self.accounts if account.lock.locked()]


class Account:
    def __init__(self, bank, number, balance):
        self._bank, self.number, self._balance = bank, number, balance
        self.lock = Lock(bank.lock_taken)

    def note(self):
        self._bank.locks_held.add(self._bank.held())
        if self.lock.owner != threading.get_ident():
            self._bank.unguarded += 1

    @property
    def balance(self):
        self.note()
        return self._balance

    @balance.setter
    def balance(self, value):
        self.note()
        if self._bank.meet is not None:
            wait(self._bank.meet)
        self._balance = value


def wait(barrier):
    try:
        barrier.wait()
    except threading.BrokenBarrierError:
        pass


def meeting(count, timeout):
    return threading.Barrier(count, timeout=timeout)


def at_once(bank, *transfers):
    """Run transfers (source, target, amount) in a thread each, and say how each ended."""
    outcomes = ["stuck"] * len(transfers)

    def run(index, source, target, amount):
        try:
            outcomes[index] = transfer(bank.accounts[source], bank.accounts[target], amount)
        except Exception as error:  # noqa: BLE001
            outcomes[index] = type(error).__name__

    threads = [
        threading.Thread(target=run, args=(index, *details), daemon=True)
        for index, details in enumerate(transfers)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(3 * PATIENCE)
    return outcomes


def one(bank, source, target, amount):
    return at_once(bank, (source, target, amount))[0]


def crowd(seed, threads, times):
    """Many threads transfer at random between few accounts; what is left, and the sum."""
    bank = Bank(1000, 1000, 1000, 1000)
    rng = random.Random(seed)
    plan = [(*rng.sample(range(4), 2), rng.randrange(1, 5)) for _ in range(threads * times)]

    def work(part):
        for source, target, amount in plan[part::threads]:
            transfer(bank.accounts[source], bank.accounts[target], amount)

    workers = [threading.Thread(target=work, args=[part], daemon=True) for part in range(threads)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join(3 * PATIENCE)
    return bank.balances(), bank.unguarded, bank.locked()


def sample_enough_money():
    """
    >>> bank = Bank(100, 20)
    >>> transfer(bank.accounts[0], bank.accounts[1], 30), bank.balances()
    (None, [70, 50])
    """


def sample_not_enough_money():
    """
    >>> bank = Bank(100, 20)
    >>> transfer(bank.accounts[1], bank.accounts[0], 30)
    Traceback (most recent call last):
    ValueError
    >>> bank.balances()
    [100, 20]
    """


def case_opposite_directions():
    """Two transfers in opposite directions must not wait for each other: take the locks in one
    order.

    >>> bank = Bank(100, 200, stop=meeting(2, 0.2))
    >>> at_once(bank, (0, 1, 10), (1, 0, 50)), bank.balances(), bank.locked()
    ([None, None], [140, 160], [])
    """


def case_circle_of_three():
    """Three transfers in a circle, each holding one lock and waiting for the next, must not happen.

    >>> bank = Bank(100, 200, 300, stop=meeting(3, 0.2))
    >>> at_once(bank, (0, 1, 1), (1, 2, 20), (2, 0, 300)), bank.balances(), bank.locked()
    ([None, None, None], [399, 181, 20], [])
    """


def case_both_locks_are_held():
    """Every look at a balance happens while both locks are held, the check for enough money too.

    >>> bank = Bank(100, 20)
    >>> one(bank, 0, 1, 30), one(bank, 1, 0, 60), one(bank, 1, 0, 5)
    (None, 'ValueError', None)
    >>> bank.balances(), bank.unguarded, bank.locks_held
    ([75, 45], 0, {2})
    """


def case_all_the_money():
    """The balance may become zero, but not less.

    >>> bank = Bank(50, 0)
    >>> one(bank, 0, 1, 51), one(bank, 0, 1, 50), one(bank, 0, 1, 1), bank.balances()
    ('ValueError', None, 'ValueError', [0, 50])
    """


def case_locks_are_released():
    """After a transfer that was refused the locks are free for the next one.

    >>> bank = Bank(5, 5)
    >>> one(bank, 0, 1, 9), bank.locked(), one(bank, 1, 0, 9), bank.locked()
    ('ValueError', [], 'ValueError', [])
    >>> one(bank, 0, 1, 4), bank.balances(), bank.locked()
    (None, [1, 9], [])
    """


def case_to_itself():
    """A transfer from an account to itself changes nothing and must not wait for its own lock.

    >>> bank = Bank(40, 7)
    >>> one(bank, 0, 0, 40), one(bank, 0, 0, 41), one(bank, 1, 1, 3)
    (None, 'ValueError', None)
    >>> bank.balances(), bank.unguarded, bank.locked()
    ([40, 7], 0, [])
    """


def case_other_accounts_at_the_same_time():
    """Transfers between different accounts go on at the same time: no lock around everything.

    >>> both = meeting(2, PATIENCE / 2)
    >>> bank = Bank(10, 20, 30, 40, meet=both)
    >>> at_once(bank, (0, 1, 1), (3, 2, 2)), bank.balances(), both.broken
    ([None, None], [9, 21, 32, 38], False)
    """


def case_many_threads():
    """Many threads at once: no money may appear or vanish, and none may be left waiting.

    >>> crowd(seed, 6, 40)                                           # doctest: +REFERENCE
    """
