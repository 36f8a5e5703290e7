"""Make a class with a lock and an open file picklable."""
import copy
import pickle
import tempfile
import threading
from pathlib import Path

from answer import Cache

root = Path(tempfile.mkdtemp())
numbers = iter(range(1000))


class Named(Cache):
    def __init__(self, name, path):
        super().__init__(path)
        self.name = name


def bare(cls):
    """Make an instance as pickle does, without `__init__`."""
    return cls.__new__(cls)


class OldPickle:
    """Pickled as a cache of the first version, which had neither `hits` nor a state of its own."""

    def __init__(self, path, data):
        self.state = {"path": path, "data": data}

    def __reduce__(self):
        return bare, (Cache,), self.state


class Watched(dict):
    """A dict that notes whether the lock of its cache is held when it is used."""

    def __init__(self, cache):
        super().__init__()
        self.cache = cache
        self.held = []

    def __setitem__(self, key, value):
        self.held.append(self.cache.lock.locked())
        super().__setitem__(key, value)

    def __getitem__(self, key):
        self.held.append(self.cache.lock.locked())
        return super().__getitem__(key)


def new_path():
    return str(root / f"{next(numbers)}.log")


def filled(path=None):
    cache = Cache(path or new_path())
    cache.put("tea", [3])
    cache.put("cup", 5)
    cache.get("tea")
    return cache


def through_pickle(thing, protocol=4):
    return pickle.loads(pickle.dumps(thing, protocol))


def clones_of(cache):
    return [through_pickle(cache), through_pickle(cache), copy.copy(cache)]


def hit_by_threads(cache, key, hits, how_many):
    def use():
        for _ in range(hits):
            cache.get(key)

    users = [threading.Thread(target=use) for _ in range(how_many)]
    for user in users:
        user.start()
    for user in users:
        user.join()
    return cache.hits


def log_of(cache):
    return Path(cache.path).read_text().splitlines()


def locks(*caches):
    """How many different locks there are, and which of them are held."""
    return len({id(cache.lock) for cache in caches}), [cache.lock.locked() for cache in caches]


def held_while_used(cache):
    cache.data = Watched(cache)
    cache.put("a", 1)
    cache.get("a")
    return cache.data.held, cache.lock.locked()


def sample_round_trip():
    """
    >>> cache = Cache(new_path())
    >>> cache.put("tea", 3)
    >>> clone = pickle.loads(pickle.dumps(cache))
    >>> clone.get("tea"), clone.hits, cache.hits
    (3, 1, 0)
    """


def sample_clone_is_used():
    """
    >>> clone = pickle.loads(pickle.dumps(filled()))
    >>> clone.put("pot", 9)
    >>> clone.data, log_of(clone)
    ({'tea': [3], 'cup': 5, 'pot': 9}, ['put tea', 'put cup', 'put pot'])
    """


def case_all_protocols():
    """Data, path and counter travel with every protocol.

    >>> [through_pickle(filled(), protocol).data for protocol in range(2, 6)]
    [{'tea': [3], 'cup': 5}, {'tea': [3], 'cup': 5}, {'tea': [3], 'cup': 5}, {'tea': [3], 'cup': 5}]
    >>> cache = filled()
    >>> cache.get("cup"), through_pickle(cache).hits, through_pickle(cache).path == cache.path
    (5, 2, True)
    """


def case_lock_is_a_new_one():
    """Each cache has a lock of its own, and the lock of a clone is free.

    >>> cache = filled()
    >>> clones = clones_of(cache)
    >>> locks(cache, *clones), type(clones[0].lock).__name__ == type(cache.lock).__name__
    ((4, [False, False, False, False]), True)
    >>> with cache.lock: locks(cache, through_pickle(cache))
    (2, [True, False])
    """


def case_clone_locks():
    """The lock of the clone does its work: it is held while the data are used, and free afterwards.

    >>> held_while_used(filled()), held_while_used(through_pickle(filled()))
    (([True, True], False), ([True, True], False))
    """


def case_log_goes_on():
    """The clone opens the log again and adds to it: nothing that stands there is lost.

    >>> cache = filled()
    >>> clone = through_pickle(cache)
    >>> log_of(cache), cache.log is clone.log, clone.log.closed, clone.log.mode
    (['put tea', 'put cup'], False, False, 'a')
    >>> clone.put("from clone", 1)
    >>> cache.put("from original", 2)
    >>> log_of(clone)
    ['put tea', 'put cup', 'put from clone', 'put from original']
    """


def case_accents_in_the_log():
    """The log is UTF-8 after the journey as well.

    >>> clone = through_pickle(filled())
    >>> clone.put("caf\\xe9 \\u20ac", 1)
    >>> Path(clone.path).read_bytes().splitlines()[-1], clone.log.encoding
    (b'put caf\\xc3\\xa9 \\xe2\\x82\\xac', 'utf-8')
    """


def case_original_stays_whole():
    """Pickling only looks: the original keeps its lock, its file and its data.

    >>> cache = filled()
    >>> before = dict(vars(cache))
    >>> clone = through_pickle(cache)
    >>> clone.put("x", 1)
    >>> vars(cache) == before, sorted(vars(cache))
    (True, ['data', 'hits', 'lock', 'log', 'path'])
    >>> cache.put("y", 2)
    >>> cache.data, cache.log.closed
    ({'tea': [3], 'cup': 5, 'y': 2}, False)
    """


def case_clone_has_all_attributes():
    """A clone has the same attributes as the original.

    >>> sorted(vars(through_pickle(filled()))), type(through_pickle(filled())).__name__
    (['data', 'hits', 'lock', 'log', 'path'], 'Cache')
    """


def case_subclass():
    """A subclass keeps its class and its attributes, whatever its `__init__` looks like.

    >>> cache = Named("drinks", new_path())
    >>> cache.put("tea", 3)
    >>> cache.size = "small"
    >>> clone = through_pickle(cache)
    >>> type(clone).__name__, clone.name, clone.size, clone.get("tea"), clone.hits
    ('Named', 'drinks', 'small', 3, 1)
    >>> twin = copy.deepcopy(cache)
    >>> type(twin).__name__, twin.name, twin.data, locks(cache, twin)
    ('Named', 'drinks', {'tea': 3}, (2, [False, False]))
    """


def case_old_pickle():
    """A pickle from before `hits` existed is loaded with zero hits, and works.

    >>> path = new_path()
    >>> cache = through_pickle(OldPickle(path, {"tea": 3}))
    >>> cache.hits, cache.get("tea"), cache.hits, cache.path == path
    (0, 3, 1, True)
    >>> cache.put("cup", 4)
    >>> sorted(vars(cache)), log_of(cache), locks(cache)
    (['data', 'hits', 'lock', 'log', 'path'], ['put cup'], (1, [False]))
    """


def case_copy_shares_the_data():
    """`copy.copy` is shallow: the data are the same dict, lock and file are not.

    >>> cache = filled()
    >>> twin = copy.copy(cache)
    >>> twin.put("pot", 7)
    >>> cache.data, cache.data is twin.data, cache.log is twin.log, twin.hits
    ({'tea': [3], 'cup': 5, 'pot': 7}, True, False, 1)
    """


def case_deepcopy_has_its_own():
    """`copy.deepcopy` copies the data as well.

    >>> cache = filled()
    >>> twin = copy.deepcopy(cache)
    >>> twin.put("pot", 7)
    >>> twin.data["tea"].append(4)
    >>> cache.data, twin.data, cache.log is twin.log
    ({'tea': [3], 'cup': 5}, {'tea': [3, 4], 'cup': 5, 'pot': 7}, False)
    """


def case_same_object_twice():
    """A cache that stands twice in one pickle is one cache afterwards.

    >>> cache = filled()
    >>> first, second = through_pickle([cache, cache])
    >>> first.put("x", 1)
    >>> second.data, len({id(first), id(second)}), locks(first, second)
    ({'tea': [3], 'cup': 5, 'x': 1}, 1, (1, [False, False]))
    """


def case_cycle():
    """A cache may hold itself, by way of its data.

    >>> cache = filled()
    >>> cache.put("self", cache)
    >>> clone = through_pickle(cache)
    >>> clone.get("self") is clone, clone.data["self"].get("cup"), clone.hits
    (True, 5, 3)
    """


def case_threads():
    """Several threads use a clone at the same time, and no hit is lost.

    >>> hit_by_threads(through_pickle(filled()), "cup", 50, 4)
    201
    """
