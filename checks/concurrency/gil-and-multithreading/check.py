"""Overlap waiting with threads, and plan computing with and without a GIL."""
import itertools
import random
import threading
import time

from answer import cpu_plan, parallel_fetch  # noqa: F401

GRACE = 0.1  # seconds; what should not happen has so long to happen


def patiently(event):
    """Whether the event comes; turns are counted, so that a slow machine has more time."""
    return any(event.wait(0.05) for _ in range(12))


class Site:
    """Counts how many fetches run at a time."""

    def __init__(self):
        self.lock = threading.Lock()
        self.running = self.peak = 0
        self.started, self.finished = [], []

    def __call__(self, url):
        with self.lock:
            self.started.append(url)
            self.running += 1
            self.peak = max(self.peak, self.running)
        try:
            return self.serve(url)
        finally:
            with self.lock:
                self.running -= 1
                self.finished.append(url)

    def serve(self, url):
        return f"page {url}"


class Together(Site):
    """The first fetches wait until `count` of them run at the same time."""

    def __init__(self, count):
        super().__init__()
        self.count, self.met, self.in_vain = count, threading.Event(), False

    def serve(self, url):
        if self.running >= self.count:
            self.met.set()
        if self.in_vain or not patiently(self.met):
            self.in_vain = True
            return f"{url} waited alone"
        return f"page {url}"


class Crowded(Site):
    """The first fetches stay for a while, to see whether more than `limit` come in."""

    def __init__(self, limit):
        super().__init__()
        self.limit, self.too_many = limit, threading.Event()
        self.first_have_left = False

    def serve(self, url):
        if self.running > self.limit:
            self.too_many.set()
        if not self.first_have_left:
            self.too_many.wait(GRACE)
            self.first_have_left = True
        return f"{url} was too many" if self.too_many.is_set() else f"page {url}"


class Queued(Site):
    """The first URL is ready when all the others are done."""

    def __init__(self, urls):
        super().__init__()
        self.first, self.others = urls[0], len(urls) - 1
        self.done = threading.Event()

    def serve(self, url):
        if url == self.first:
            return f"page {url}" if patiently(self.done) else "the others were kept waiting"
        with self.lock:
            self.others -= 1
        if not self.others:
            self.done.set()
        return f"page {url}"


class Backwards(Site):
    """A URL is ready when the one after it is, if that comes in soon."""

    def __init__(self, urls):
        super().__init__()
        self.ready = {url: threading.Event() for url in urls}
        self.after = dict(itertools.pairwise(urls))

    def serve(self, url):
        if url in self.after:
            self.ready[self.after[url]].wait(GRACE)
        self.ready[url].set()
        return f"page {url}"


class Failing(Site):
    """URLs in capitals fail."""

    def serve(self, url):
        if url.isupper():
            raise OSError(url)
        return f"page {url}"


class FailingEarly(Site):
    """The URL `early` fails as soon as another one is there; the others take longer."""

    def __init__(self, early):
        super().__init__()
        self.early = early
        self.others, self.failed = threading.Event(), threading.Event()

    def serve(self, url):
        if url == self.early:
            patiently(self.others)
            self.failed.set()
            raise OSError(url)
        self.others.set()
        self.failed.wait(GRACE)
        time.sleep(GRACE)
        if url.isupper():
            raise OSError(url)
        return f"page {url}"


def fetch_from(site, urls, workers):
    try:
        result = parallel_fetch(site, list(urls), workers)
    except Exception as error:  # noqa: BLE001
        return f"{type(error).__name__}{error.args}"
    return result


def running_after(site, urls, workers):
    result = fetch_from(site, urls, workers)
    return result, site.running, len(site.started) - len(site.finished)


def plans(seed, count):
    rng = random.Random(seed)
    return [(rng.randrange(12), rng.randrange(1, 9), rng.random() < 0.5) for _ in range(count)]


def sample_three_pages():
    """
    >>> parallel_fetch(lambda url: f"page {url}", ["a", "b", "c"], workers=2)
    ['page a', 'page b', 'page c']
    """


def sample_computing():
    """
    >>> cpu_plan(tasks=100, cores=8, gil=True)
    ('processes', 8)
    """


def case_fetches_overlap():
    """Fetches must run at the same time: here each waits until the others have begun.

    >>> fetch_from(Together(2), "abcd", 2)
    ['page a', 'page b', 'page c', 'page d']
    >>> site = Together(5)
    >>> fetch_from(site, "abcde", 5), site.peak
    (['page a', 'page b', 'page c', 'page d', 'page e'], 5)
    """


def case_fewer_urls_than_workers():
    """With more workers than URLs, all URLs are fetched at the same time.

    >>> site = Together(3)
    >>> fetch_from(site, "abc", 50), site.peak, sorted(site.started)
    (['page a', 'page b', 'page c'], 3, ['a', 'b', 'c'])
    """


def case_nothing_to_fetch():
    """Without URLs there are no results.

    >>> site = Site()
    >>> fetch_from(site, "", 4), site.started
    ([], [])
    """


def case_not_more_than_workers():
    """At most `workers` threads fetch at a time: a thousand URLs must not be a thousand threads.

    >>> site = Crowded(2)
    >>> fetch_from(site, "abcdef", 2), max(site.peak, 2)
    (['page a', 'page b', 'page c', 'page d', 'page e', 'page f'], 2)
    >>> site = Site()
    >>> fetch_from(site, "cab", 1), site.peak, site.started
    (['page c', 'page a', 'page b'], 1, ['c', 'a', 'b'])
    """


def case_free_worker_goes_on():
    """A free worker takes the next URL: the first URL here is ready only when all the others are
    done.

    >>> fetch_from(Queued("abcdef"), "abcdef", 2)
    ['page a', 'page b', 'page c', 'page d', 'page e', 'page f']
    """


def case_results_in_the_order_of_the_urls():
    """The results stand in the order of the URLs, and a URL that occurs twice is fetched twice.

    >>> fetch_from(Backwards("cab"), "cab", 3), fetch_from(Site(), "xaxa", 2)
    (['page c', 'page a', 'page b'], ['page x', 'page a', 'page x', 'page a'])
    """


def case_failure_is_raised():
    """If a fetch fails, its exception reaches the caller.

    >>> [fetch_from(Failing(), urls, 3) for urls in ("abC", "D", "aE")]
    ["OSError('C',)", "OSError('D',)", "OSError('E',)"]
    """


def case_first_url_that_failed():
    """If several fail, the exception of the URL that stands first in the list is raised.

    >>> fetch_from(FailingEarly("C"), "aBC", 3)
    "OSError('B',)"
    """


def case_nothing_runs_on():
    """When the exception comes out, no thread is fetching any more.

    >>> running_after(FailingEarly("B"), "aBc", 3)
    ("OSError('B',)", 0, 0)
    """


def case_computing_with_a_gil():
    """With a GIL threads of pure Python take turns: only processes compute at the same time.

    >>> cpu_plan(10, 4, True), cpu_plan(4, 4, True), cpu_plan(3, 4, True), cpu_plan(2, 2, True)
    (('processes', 4), ('processes', 4), ('processes', 3), ('processes', 2))
    """


def case_computing_without_a_gil():
    """Without a GIL threads compute at the same time, and nothing has to be copied.

    >>> cpu_plan(10, 4, False), cpu_plan(5, 6, False), cpu_plan(2, 64, False)
    (('threads', 4), ('threads', 5), ('threads', 2))
    """


def case_nothing_to_do_at_the_same_time():
    """One task, one core or no task at all: do it inline.

    >>> cpu_plan(1, 8, True), cpu_plan(1, 8, False), cpu_plan(9, 1, True), cpu_plan(9, 1, False)
    (('inline', 1), ('inline', 1), ('inline', 1), ('inline', 1))
    >>> cpu_plan(0, 8, True), cpu_plan(0, 1, False)
    (('inline', 1), ('inline', 1))
    """


def case_random_plans():
    """Some plan is wrong: compare tasks and cores once more.

    >>> for tasks, cores, gil in plans(seed, 40): cpu_plan(tasks, cores, gil)  # doctest: +REFERENCE
    """
