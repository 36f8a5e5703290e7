"""An LRU cache on top of OrderedDict."""
import random

from answer import LRU


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
    cache = LRU(capacity)
    for place, key in enumerate(keys, start=1):
        cache.put(key, place)
    return cache


def looks_at_keys(capacity, steps, different_keys):
    """Count the hashes and comparisons of keys in `steps` puts and as many gets."""
    cache = LRU(capacity)
    Key.looked_at = 0
    for step in range(steps):
        cache.put(Key(step * 7919 % different_keys), step)
        cache.get(Key(step * 104729 % different_keys))
    return Key.looked_at


def looks_at_keys_by_in(size):
    """Count the hashes and comparisons of keys while `in` looks for known and unknown ones."""
    cache = filled(size, map(Key, range(size)))
    Key.looked_at = 0
    _ = [Key(number) in cache for number in range(0, 2 * size, 20)]
    return Key.looked_at


def churn(capacity, steps):
    """Put new keys and now and then get an older one; return the hits and the oldest keys."""
    cache = LRU(capacity)
    hits, scatter = 0, 1
    for number in range(steps):
        cache.put(number, number + 1)
        if number % 3 == 0:
            scatter = scatter * 48_271 % 2_147_483_647
            hits += cache.get(scatter % (number + 1)) is not None
    return hits, list(cache)[:3]


def scripts(seed, count):
    """Yield capacities, each with a series of random calls on few keys."""
    chance = random.Random(seed)
    names = ["get", "put", "put", "in"]
    for _ in range(count):
        calls = [(chance.choice(names), chance.choice("abcdefg")) for _ in range(60)]
        yield chance.randint(1, 5), calls


def replay(capacity, calls):
    """Return what each get and `in` gave, and the keys at the end."""
    cache = LRU(capacity)
    got = []
    for number, (name, key) in enumerate(calls, start=1):
        if name == "put":
            cache.put(key, number)
        elif name == "get":
            got.append(cache.get(key))
        else:
            got.append(key in cache)
    return got, list(cache)


def turn_over(cache, size):
    """As many calls for a large cache as for a small one: every put evicts."""
    for number in range(20):
        cache.put(size + number, number)
        cache.get(size // 2 + number)


def growing(size):
    return turn_over, filled(size, range(size)), size


def sample_oldest_entry_makes_room():
    """
    >>> cache = LRU(2)
    >>> cache.put("a", 1); cache.put("b", 2); cache.put("c", 3)
    >>> list(cache), len(cache), "a" in cache
    (['b', 'c'], 2, False)
    >>> cache.get("a"), cache.get("a", "gone"), cache.get("c")
    (None, 'gone', 3)
    """


def sample_get_keeps_an_entry_alive():
    """
    >>> cache = LRU(2)
    >>> cache.put("a", 1); cache.put("b", 2)
    >>> cache.get("a")
    1
    >>> cache.put("c", 3)
    >>> list(cache)
    ['a', 'c']
    """


def case_get_refreshes_from_any_place():
    """A key that is read becomes the newest, wherever it stood before.

    >>> cache = filled(4, "abcd")
    >>> cache.get("a"), list(cache)
    (1, ['b', 'c', 'd', 'a'])
    >>> cache.get("d"), list(cache)
    (4, ['b', 'c', 'a', 'd'])
    >>> cache.get("d"), list(cache)
    (4, ['b', 'c', 'a', 'd'])
    >>> cache.put("e", 5); cache.put("f", 6)
    >>> list(cache)
    ['a', 'd', 'e', 'f']
    """


def case_put_makes_a_known_key_the_newest():
    """Assigning to a key that is there leaves it in its place, so you must move it yourself.

    >>> cache = filled(3, "abc")
    >>> cache.put("a", "new")
    >>> cache.put("d", 4)
    >>> list(cache), cache.get("a"), cache.get("b")
    (['c', 'a', 'd'], 'new', None)
    """


def case_put_of_a_known_key_evicts_nothing():
    """Replacing a value in a full cache needs no room, so no other entry may go.

    >>> cache = filled(3, "abc")
    >>> cache.put("c", "new"); cache.put("c", "newest")
    >>> len(cache), list(cache)
    (3, ['a', 'b', 'c'])
    >>> cache.get("a"), cache.get("b"), cache.get("c")
    (1, 2, 'newest')
    """


def case_missing_key_leaves_no_trace():
    """Asking for a key that is not there must neither store it nor change the order.

    >>> cache = filled(2, "ab")
    >>> cache.get("x"), cache.get("x", 7), cache.get("y", default=8)
    (None, 7, 8)
    >>> len(cache), list(cache)
    (2, ['a', 'b'])
    """


def case_values_are_not_looked_into():
    """None, 0 or any other object is a value like every other: ask for the key, not for the value.

    >>> cache = LRU(5)
    >>> cache.put("none", None); cache.put("zero", 0); cache.put("empty", "")
    >>> [cache.get(key, "missing") for key in ("zero", "empty", "none")]
    [0, '', None]
    >>> "none" in cache, list(cache)
    (True, ['zero', 'empty', 'none'])
    >>> cache.put("stern", Stern()); cache.put("stern", Stern())
    >>> type(cache.get("stern")).__name__, list(cache)
    ('Stern', ['zero', 'empty', 'none', 'stern'])
    """


def case_looking_is_not_using():
    """`in`, `len` and a loop over the keys only look: the order of use must stay as it was.

    >>> cache = filled(3, "abc")
    >>> "a" in cache, "x" in cache, len(cache), sorted(cache, reverse=True)
    (True, False, 3, ['c', 'b', 'a'])
    >>> cache.put("d", 4)
    >>> list(cache), list(cache)
    (['b', 'c', 'd'], ['b', 'c', 'd'])
    """


def case_keys_of_any_kind():
    """Every hashable object is a key, None and 0 too, and equal keys are one key, as in a dict.

    >>> cache = filled(3, [None, 0, ()])
    >>> cache.get(None), list(cache)
    (1, [0, (), None])
    >>> cache.put("x", 4); cache.put("y", 5)
    >>> cache.get(0, "missing"), list(cache)
    ('missing', [None, 'x', 'y'])
    >>> cache = filled(2, [1, 1.0, True])
    >>> len(cache), cache.get(1)
    (1, 3)
    """


def case_capacity_one():
    """With room for one entry, each new key replaces the one before.

    >>> cache = filled(1, "ab")
    >>> cache.get("a"), cache.get("b"), list(cache)
    (None, 2, ['b'])
    >>> cache.put("b", 8)
    >>> cache.get("b"), list(cache)
    (8, ['b'])
    >>> cache.put("c", 9)
    >>> cache.get("b"), cache.get("c"), len(cache), list(cache)
    (None, 9, 1, ['c'])
    """


def case_capacity_zero():
    """A cache of capacity 0 is allowed and keeps nothing.

    >>> cache = filled(0, "aab")
    >>> cache.get("a", "missing"), cache.get("b", "missing"), len(cache), list(cache)
    ('missing', 'missing', 0, [])
    """


def case_negative_capacity():
    """A negative capacity is a mistake of the caller, who should hear of it at once.

    >>> LRU(-1)
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
    >>> len(cache), list(cache)
    (2, ['a', 'b'])
    """


def case_two_caches_share_nothing():
    """Each cache has entries and an order of its own.

    >>> left, right = LRU(2), LRU(2)
    >>> left.put("a", 1); right.put("a", 2); left.put("b", 3)
    >>> left.get("a"), right.get("a"), right.get("b")
    (1, 2, None)
    >>> list(left), list(right)
    (['b', 'a'], ['a'])
    """


def case_random():
    """Some mixture of calls leaves the cache in a wrong order.

    >>> for capacity, calls in scripts(seed, 20): replay(capacity, calls)  # doctest: +REFERENCE
    """


def case_few_looks_at_keys():
    """Each call may hash and compare a few keys, not walk over all of them.

    >>> looks_at_keys(capacity=1000, steps=10_000, different_keys=1500)  # doctest: +BETWEEN
    (20_000, 200_000)
    """


def case_in_is_no_search():
    """`in` should find a key by its hash, not look at one key after the other.

    >>> looks_at_keys_by_in(1000)  # doctest: +BETWEEN
    (100, 1000)
    """


def case_large_cache():
    """Finding and moving entries must stay O(1), however many keys came and went before.

    >>> churn(capacity=100_000, steps=350_000)
    (74931, [255409, 255410, 255411])
    """
