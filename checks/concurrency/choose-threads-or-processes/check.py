"""Choose how to run the pieces of a job."""
import random

from answer import choose

FLAGS = ("waits", "blocking_library", "picklable", "shares", "gil")


def job(pieces, ms, flags=""):
    return {"pieces": pieces, "ms": ms} | {flag: flag in flags.split() for flag in FLAGS}


def big(flags=""):
    return choose(job(500, 40, flags))


def jobs(seed, count):
    rng = random.Random(seed)
    for _ in range(count):
        flags = " ".join(flag for flag in FLAGS if rng.random() < 0.5)
        yield job(rng.choice([2, 3, 20, 10_000]), rng.choice([1, 30, 50, 700]), flags)


def sample_computing():
    """
    >>> choose({"pieces": 8, "ms": 3000, "waits": False, "blocking_library": False,
    ...         "picklable": True, "shares": False, "gil": True})
    'processes'
    """


def sample_waiting():
    """
    >>> choose({"pieces": 10_000, "ms": 200, "waits": True, "blocking_library": False,
    ...         "picklable": True, "shares": False, "gil": True})
    'asyncio'
    """


def case_waiting_with_a_blocking_library():
    """A blocking call stops the whole event loop: with such a library, wait in threads.

    >>> [big("waits blocking_library" + more) for more in ("", " gil", " picklable gil", " shares")]
    ['threads', 'threads', 'threads', 'threads']
    """


def case_waiting_needs_no_processes():
    """Waiting needs no processor: whether the data can be pickled or there is a GIL does not
    matter.

    >>> [big("waits" + more) for more in ("", " gil", " picklable", " shares", " picklable gil")]
    ['asyncio', 'asyncio', 'asyncio', 'asyncio', 'asyncio']
    """


def case_computing_with_a_gil():
    """With a GIL only processes compute pure Python at the same time.

    >>> big("picklable gil"), big("picklable gil blocking_library")
    ('processes', 'processes')
    """


def case_computing_without_a_gil():
    """Without a GIL threads compute at the same time, and nothing has to be pickled or copied.

    >>> [big(flags) for flags in ("", "picklable", "shares", "picklable shares")]
    ['threads', 'threads', 'threads', 'threads']
    """


def case_what_cannot_be_pickled():
    """What cannot be pickled cannot go to another process, and threads with a GIL gain nothing:
    stay inline.

    >>> big("gil"), big("gil blocking_library")
    ('inline', 'inline')
    """


def case_shared_objects():
    """Processes do not share objects: with a GIL such a job stays inline.

    >>> big("gil picklable shares"), big("gil shares")
    ('inline', 'inline')
    """


def case_one_piece():
    """A single piece, or none, leaves nothing to do at the same time.

    >>> for flags in ("picklable gil", "waits gil", "waits blocking_library", ""):
    ...     [choose(job(pieces, 60_000, flags)) for pieces in (0, 1, 2)]
    ['inline', 'inline', 'processes']
    ['inline', 'inline', 'asyncio']
    ['inline', 'inline', 'threads']
    ['inline', 'inline', 'threads']
    """


def case_small_jobs():
    """Below 100 ms in all, starting workers costs more than it brings; count all pieces together.

    >>> for pieces, ms in [(99, 1), (100, 1), (3, 33), (4, 25)]:
    ...     choose(job(pieces, ms, "picklable gil"))
    'inline'
    'processes'
    'inline'
    'processes'
    >>> for pieces, ms in [(2, 49), (2, 50), (33, 3), (5000, 0)]: choose(job(pieces, ms, "waits"))
    'inline'
    'asyncio'
    'inline'
    'inline'
    >>> choose(job(11, 9)), choose(job(10, 10)), choose(job(101, 1))
    ('inline', 'threads', 'threads')
    """


def case_dict_stays_as_it_was():
    """The description belongs to the caller.

    >>> description = job(3, 100, "waits blocking_library")
    >>> choose(description), description["pieces"], description["ms"], list(description)[2:]
    ('threads', 3, 100, ['waits', 'blocking_library', 'picklable', 'shares', 'gil'])
    """


def case_random():
    """Some combination of flags is decided wrongly: go through them once more, in order.

    >>> for description in jobs(seed, 60): choose(description)      # doctest: +REFERENCE
    """
