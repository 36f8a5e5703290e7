"""Fetch concurrently, within a limit, in order, and without leftovers."""
import asyncio
import random

from answer import fetch_all


class Server:
    """A fetch function that takes so many turns of the event loop, and keeps account."""

    def __init__(self, turns, fails=(), cleanup=0, cleanup_fails=()):
        self.turns, self.fails = turns, fails
        self.cleanup, self.cleanup_fails = cleanup, cleanup_fails
        self.started, self.finished, self.cancelled = [], [], []
        self.in_flight = self.peak = 0

    async def fetch(self, url):
        self.started.append(url)
        self.in_flight += 1
        self.peak = max(self.peak, self.in_flight)
        try:
            await turns(self.turns.get(url, 40))
            if url in self.fails:
                raise OSError(url)
            self.finished.append(url)
            return f"page {url}"
        except asyncio.CancelledError:
            await turns(self.cleanup)
            self.cancelled.append(url)
            if url in self.cleanup_fails:
                raise ValueError(url) from None
            raise
        finally:
            self.in_flight -= 1


async def turns(count):
    for _ in range(count):
        await asyncio.sleep(0)


async def outcome(awaitable):
    try:
        return await awaitable
    except BaseException as error:  # noqa: BLE001
        return f"{type(error).__name__}{error.args}"


def run(urls, limit, turns_of=(), **more):
    """What came out, and the server as it was at that moment."""

    async def main():
        server = Server(dict(turns_of), **more)
        result = await outcome(fetch_all(list(urls), server.fetch, limit))
        left = server.in_flight
        await turns(300)  # would let anything in the background go on
        return result, server, left

    return asyncio.run(main())


def peak(urls, limit):
    return run(urls, limit)[1].peak


def cancelled_from_outside():
    async def main():
        server = Server({})
        task = asyncio.create_task(fetch_all(list("abcde"), server.fetch, 2))
        await turns(20)
        task.cancel()
        result = await outcome(task)
        left = server.in_flight
        await turns(300)
        return result, "".join(server.started), "".join(sorted(server.cancelled)), left

    return asyncio.run(main())


def plans(seed, count):
    rng = random.Random(seed)
    for _ in range(count):
        urls = rng.choices("abcdefgh", k=rng.randrange(12))
        yield urls, rng.randrange(1, 6), {url: rng.randrange(30) for url in urls}


def sample_three_pages():
    """
    >>> async def fetch(url):
    ...     await asyncio.sleep(0)
    ...     return f"page {url}"
    >>> asyncio.run(fetch_all(["a", "b", "c"], fetch, limit=2))
    ['page a', 'page b', 'page c']
    """


def case_order_of_the_urls():
    """The results stand in the order of the URLs, whichever was ready first.

    >>> run("abcd", 4, {"a": 90, "b": 60, "c": 30, "d": 0})[0]
    ['page a', 'page b', 'page c', 'page d']
    >>> run("dcab", 2, {"a": 5, "b": 70, "c": 0, "d": 30})[0]
    ['page d', 'page c', 'page a', 'page b']
    """


def case_nothing_to_fetch():
    """Without URLs there are no results.

    >>> result, server, left = run("", 3)
    >>> result, server.started
    ([], [])
    """


def case_number_at_a_time():
    """As many fetches run at a time as the limit allows: not one by one, and never more.

    >>> [peak("abcdefg", limit) for limit in (1, 2, 3, 6, 7, 20)]
    [1, 2, 3, 6, 7, 7]
    """


def case_limit_one_is_sequential():
    """With a limit of one, the next begins when the one before is done.

    >>> result, server, left = run("cab", 1, {"a": 20, "b": 0, "c": 40})
    >>> server.started, server.finished, server.peak
    (['c', 'a', 'b'], ['c', 'a', 'b'], 1)
    """


def case_next_begins_at_once():
    """When one is done the next begins: a slow one must not hold up the rest of its batch.

    >>> result, server, left = run("abcde", 2, {"a": 200, "b": 5, "c": 5, "d": 5, "e": 5})
    >>> server.finished, server.peak, result
    (['b', 'c', 'd', 'e', 'a'], 2, ['page a', 'page b', 'page c', 'page d', 'page e'])
    """


def case_same_url_twice():
    """A URL that occurs twice is fetched twice, and its result stands in both places.

    >>> result, server, left = run("abab", 4)
    >>> result, sorted(server.started)
    (['page a', 'page b', 'page a', 'page b'], ['a', 'a', 'b', 'b'])
    """


def case_failure_is_raised_as_it_is():
    """If a fetch fails, its own exception comes out: not a group, and not a list with an exception
    in it.

    >>> run("abc", 3, {"b": 3}, fails="b")[0], run("abc", 1, fails="c")[0]
    ("OSError('b',)", "OSError('c',)")
    """


def case_others_are_cancelled():
    """When one fails, those that are running are cancelled, and the rest is not fetched any more.

    >>> result, server, left = run("abcdef", 3, {"b": 5}, fails="b")
    >>> started, cancelled = server.started, sorted(server.cancelled)
    >>> result, started[:3], cancelled[:2], started[4:], server.finished
    ("OSError('b',)", ['a', 'b', 'c'], ['a', 'c'], [], [])
    >>> result, server, left = run("abcd", 1, fails="a")
    >>> result, server.started[0], server.started[2:], server.finished
    ("OSError('a',)", 'a', [], [])
    """


def case_clean_up_is_awaited():
    """Cancelling only asks: wait until the cancelled ones have cleaned up before you raise.

    >>> result, server, left = run("abc", 3, {"b": 5}, fails="b", cleanup=25)
    >>> result, left, sorted(server.cancelled)
    ("OSError('b',)", 0, ['a', 'c'])
    """


def case_first_failure_wins():
    """The first failure is raised, also if others fail while they are being cancelled.

    >>> run("abc", 3, {"b": 5}, fails="b", cleanup=2, cleanup_fails="ac")[0]
    "OSError('b',)"
    >>> run("abcd", 4, {"a": 30, "c": 9}, fails="ac")[0]
    "OSError('c',)"
    """


def case_cancelled_from_outside():
    """If somebody cancels `fetch_all`, its fetches are cancelled too, and none begins after that.

    >>> cancelled_from_outside()
    ('CancelledError()', 'ab', 'ab', 0)
    """


def case_random():
    """Results, number of fetches at a time or number of fetches are wrong for some list.

    >>> for urls, limit, turns_of in plans(seed, 20):                # doctest: +REFERENCE
    ...     result, server, left = run(urls, limit, turns_of)
    ...     result, sorted(server.started), left
    """
