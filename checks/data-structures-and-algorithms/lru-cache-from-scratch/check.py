"""An LRU cache from a dict and a linked list of one's own."""
import ast
import gc
import random
import weakref

from answer import LRUCache

ORDER_FOR_FREE = {
    "OrderedDict", "move_to_end", "popitem", "deque", "heapq", "functools", "next(iter(...))"
}


class Payload:
    """A value that can be watched by a weak reference."""


class Stern:
    """A value that does not let itself be compared or tested for truth."""

    def __eq__(self, other):
        raise TypeError("the cache compared a value")

    def __bool__(self):
        raise TypeError("the cache tested a value for truth")


class Key:
    """A key that counts how often any key is hashed or compared."""

    looked_at = 0

    def __init__(self, number):
        self.number = number

    def __hash__(self):
        Key.looked_at += 1
        return hash(self.number)

    def __eq__(self, other):
        Key.looked_at += 1
        return isinstance(other, Key) and self.number == other.number


def filled(capacity, keys):
    """Return a cache into which each key was put, with its place (from 1) as value."""
    cache = LRUCache(capacity)
    for place, key in enumerate(keys, start=1):
        cache.put(key, place)
    return cache


def survivors(puts, capacity, different_keys):
    """Put new objects one after the other; return the numbers of those still in memory."""
    cache = LRUCache(capacity)
    watched = []
    for number in range(puts):
        payload = Payload()
        watched.append(weakref.ref(payload))
        cache.put(number % different_keys, payload)
    del payload
    gc.collect()
    alive = [number for number, reference in enumerate(watched) if reference() is not None]
    return alive, len(cache)


def looks_at_keys(capacity, steps, different_keys):
    """Count the hashes and comparisons of keys in `steps` puts and as many gets."""
    cache = LRUCache(capacity)
    Key.looked_at = 0
    for step in range(steps):
        cache.put(Key(step * 7919 % different_keys), step)
        cache.get(Key(step * 104729 % different_keys))
    return Key.looked_at


def churn(capacity, steps):
    """Put new keys and now and then get an older one; return the hits and the oldest keys."""
    cache = LRUCache(capacity)
    hits, scatter = 0, 1
    for number in range(steps):
        cache.put(number, number + 1)
        if number % 3 == 0:
            scatter = scatter * 48_271 % 2_147_483_647
            hits += cache.get(scatter % (number + 1)) is not None
    return hits, cache.keys()[:3]


def scripts(seed, count):
    """Yield capacities, each with a series of random calls on few keys."""
    chance = random.Random(seed)
    for _ in range(count):
        calls = [(chance.choice(["get", "put"]), chance.choice("abcdefg")) for _ in range(60)]
        yield chance.randint(1, 5), calls


def replay(capacity, calls):
    """Return what each get gave, and the keys at the end."""
    cache = LRUCache(capacity)
    got = []
    for number, (name, key) in enumerate(calls, start=1):
        if name == "put":
            cache.put(key, number)
        else:
            got.append(cache.get(key))
    return got, cache.keys()


def order_for_free(tree):
    """Return what a program uses to hand the bookkeeping over to the library."""
    used = set()
    for node in ast.walk(tree):
        match node:
            case ast.Name(id=name) | ast.Attribute(attr=name):
                used.add(name)
            case ast.alias(name=name) | ast.ImportFrom(module=name):
                used.add(name)
            case ast.Call(func=ast.Name(id="next"), args=[ast.Call(func=ast.Name(id="iter")), *_]):
                used.add("next(iter(...))")
    return sorted(used & ORDER_FOR_FREE)


def turn_over(cache, size):
    """As many calls for a large cache as for a small one: every put evicts."""
    for number in range(20):
        cache.put(size + number, number)
        cache.get(size // 2 + number)


def growing(size):
    return turn_over, filled(size, range(size)), size


def sample_oldest_entry_makes_room():
    """
    >>> cache = LRUCache(2)
    >>> cache.put("a", 1); cache.put("b", 2); cache.put("c", 3)
    >>> cache.keys()
    ['b', 'c']
    >>> cache.get("a"), cache.get("a", "gone"), cache.get("c"), len(cache)
    (None, 'gone', 3, 2)
    """


def sample_get_keeps_an_entry_alive():
    """
    >>> cache = LRUCache(2)
    >>> cache.put("a", 1); cache.put("b", 2)
    >>> cache.get("a")
    1
    >>> cache.put("c", 3)
    >>> cache.keys()
    ['a', 'c']
    """


def case_get_refreshes_from_any_place():
    """A key that is read becomes the newest, wherever it stood before.

    >>> cache = filled(4, "abcd")
    >>> cache.get("a"), cache.keys()
    (1, ['b', 'c', 'd', 'a'])
    >>> cache.get("d"), cache.keys()
    (4, ['b', 'c', 'a', 'd'])
    >>> cache.get("d"), cache.keys()
    (4, ['b', 'c', 'a', 'd'])
    >>> cache.put("e", 5); cache.put("f", 6)
    >>> cache.keys()
    ['a', 'd', 'e', 'f']
    """


def case_put_of_a_known_key():
    """Replacing a value needs no room: it must evict nothing and make the key the newest.

    >>> cache = filled(3, "abc")
    >>> cache.put("b", "new")
    >>> len(cache), cache.keys()
    (3, ['a', 'c', 'b'])
    >>> cache.put("a", "newer"); cache.put("a", "newest")
    >>> len(cache), cache.keys()
    (3, ['c', 'b', 'a'])
    >>> cache.get("c"), cache.get("b"), cache.get("a")
    (3, 'new', 'newest')
    """


def case_missing_key_leaves_no_trace():
    """Asking for a key that is not there must neither store it nor change the order.

    >>> LRUCache(2).keys(), LRUCache(2).get("x")
    ([], None)
    >>> cache = filled(2, "ab")
    >>> cache.get("x"), cache.get("x", 7), cache.get("y", default=8)
    (None, 7, 8)
    >>> len(cache), cache.keys()
    (2, ['a', 'b'])
    """


def case_values_are_not_looked_into():
    """None, 0 or any other object is a value like every other: ask for the key, not for the value.

    >>> cache = LRUCache(5)
    >>> cache.put("none", None); cache.put("zero", 0); cache.put("empty", "")
    >>> [cache.get(key, "missing") for key in ("none", "zero", "empty")]
    [None, 0, '']
    >>> cache.put("none", None)
    >>> len(cache), cache.keys()
    (3, ['zero', 'empty', 'none'])
    >>> cache.put("stern", Stern()); cache.put("stern", Stern())
    >>> type(cache.get("stern")).__name__, cache.keys()
    ('Stern', ['zero', 'empty', 'none', 'stern'])
    """


def case_keys_of_any_kind():
    """Every hashable object is a key, None and 0 too, and equal keys are one key, as in a dict.

    >>> cache = filled(4, [None, 0, "", ()])
    >>> cache.get(None), cache.keys()
    (1, [0, '', (), None])
    >>> cache.put("x", 5); cache.put("y", 6); cache.put("z", 7)
    >>> cache.get((), "missing"), cache.keys()
    ('missing', [None, 'x', 'y', 'z'])
    >>> cache.put("w", 8)
    >>> cache.get(None, "missing"), cache.keys()
    ('missing', ['x', 'y', 'z', 'w'])
    >>> cache = filled(2, [1, 1.0, True])
    >>> len(cache), cache.get(1)
    (1, 3)
    """


def case_capacity_one():
    """With room for one entry, each new key replaces the one before.

    >>> cache = filled(1, "ab")
    >>> cache.get("a"), cache.get("b"), cache.keys()
    (None, 2, ['b'])
    >>> cache.put("b", 8)
    >>> cache.get("b"), cache.keys()
    (8, ['b'])
    >>> cache.put("c", 9)
    >>> cache.get("b"), cache.get("c"), len(cache), cache.keys()
    (None, 9, 1, ['c'])
    """


def case_capacity_zero():
    """A cache of capacity 0 is allowed and keeps nothing.

    >>> cache = filled(0, "aab")
    >>> cache.get("a", "missing"), cache.get("b", "missing"), len(cache), cache.keys()
    ('missing', 'missing', 0, [])
    """


def case_negative_capacity():
    """A negative capacity is a mistake of the caller, who should hear of it at once.

    >>> LRUCache(-1)
    Traceback (most recent call last):
    ValueError
    """


def case_unhashable_key_changes_nothing():
    """A key that cannot be hashed raises TypeError, and the cache stays as it was.

    >>> cache = filled(2, "ab")
    >>> cache.put([], 1)
    Traceback (most recent call last):
    TypeError
    >>> cache.get({})
    Traceback (most recent call last):
    TypeError
    >>> len(cache), cache.keys()
    (2, ['a', 'b'])
    """


def case_keys_is_a_new_list():
    """What the caller does with the list of keys must not reach into the cache.

    >>> cache = filled(3, "abc")
    >>> keys = cache.keys()
    >>> keys.reverse(); keys.append("z")
    >>> cache.put("d", 4)
    >>> cache.keys(), keys
    (['b', 'c', 'd'], ['c', 'b', 'a', 'z'])
    """


def case_two_caches_share_nothing():
    """Each cache has entries and an order of its own.

    >>> left, right = LRUCache(2), LRUCache(2)
    >>> left.put("a", 1); right.put("a", 2); left.put("b", 3)
    >>> left.get("a"), right.get("a"), right.get("b")
    (1, 2, None)
    >>> left.keys(), right.keys()
    (['b', 'a'], ['a'])
    """


def case_evicted_values_are_released():
    """What was evicted or replaced must not stay in memory: some link still leads to it.

    >>> survivors(100, capacity=3, different_keys=100)
    ([97, 98, 99], 3)
    >>> survivors(100, capacity=3, different_keys=2)
    ([98, 99], 2)
    """


def case_random():
    """Some mixture of calls leaves the cache in a wrong order.

    >>> for capacity, calls in scripts(seed, 20): replay(capacity, calls)  # doctest: +REFERENCE
    """


def case_few_looks_at_keys():
    """Each call may hash and compare a few keys, not walk over all of them.

    >>> looks_at_keys(capacity=1000, steps=10_000, different_keys=3000)  # doctest: +BETWEEN
    (20_000, 200_000)
    """


def case_large_cache():
    """With 100,000 entries every call must still be O(1).

    >>> churn(capacity=100_000, steps=350_000)
    (74931, [255409, 255410, 255411])
    """


def source_order_of_your_own():
    """The order of use is what you were asked to build, so do not take it from the library.

    >>> order_for_free(tree)
    []
    """
