"""Fewer calls for the same total."""
import random
from collections.abc import Mapping

from answer import total_score


class Score:
    """A slow model: what it was asked stands in `asked`."""

    def __init__(self, scores=None):
        self.scores, self.asked = scores, []

    def __call__(self, word):
        self.asked.append(word)
        return len(str(word)) if self.scores is None else self.scores[word]


class Weights(Mapping):
    """A mapping that goes to a database: what was read stands in `read`."""

    def __init__(self, **weights):
        self.weights, self.read = weights, []

    def __getitem__(self, kind):
        self.read.append(kind)
        return self.weights[kind]

    def __iter__(self):
        self.read.append("all kinds")
        return iter(self.weights)

    def __len__(self):
        return len(self.weights)


def outcome(items, score=None, **weights):
    """The total, what `score` was asked, and which weights were read."""
    score = score or Score()
    mapping = Weights(**weights)
    return total_score(items, score, mapping), score.asked, mapping.read


def numbers(items, score=None, **weights):
    """The total, and how many calls and lookups it took."""
    total, asked, read = outcome(items, score, **weights)
    return total, len(asked), len(read)


def fussy(word):
    """A score that has its own reasons for a TypeError."""
    tried.append(word)
    if word == "bad":
        raise TypeError
    return 1


tried = []


def random_items(seed, count):
    rng = random.Random(seed)
    words = ["a", "bb", "ccc", ("d", 1), ["e"], ("f", ["g"]), "", 7]
    for _ in range(count):
        yield [(rng.choice(words), rng.choice("xyz")) for _ in range(rng.randrange(12))]


def growing(size):
    """Each word comes twice."""
    items = [(f"word {number // 2}", "abc"[number % 3]) for number in range(size)]
    return total_score, items, len, {"a": 1, "b": 2, "c": 3}


def sample_total():
    """
    >>> total_score([("tea", "noun"), ("go", "verb")], len, {"noun": 10, "verb": 1})
    32
    """


def sample_one_call_per_word():
    """
    >>> def score(word):
    ...     print("score", word)
    ...     return len(word)
    >>> pairs, weights = [("tea", "noun"), ("tea", "verb")], {"noun": 10, "verb": 1}
    >>> total = total_score(pairs, score, weights)  # doctest: +TEXT
    score tea
    >>> total
    33
    """


def case_calls_of_score():
    """`score` is asked once for each different word, in the order in which they come.

    >>> outcome([("b", "k"), ("a", "k"), ("b", "k"), ("b", "k"), ("cc", "k"), ("a", "k")], k=2)
    (14, ['b', 'a', 'cc'], ['k'])
    >>> numbers([(f"w{n % 50}", "k") for n in range(5000)], k=1)
    (14000, 50, 1)
    """


def case_reads_of_weights():
    """A weight is read once for each kind that occurs, and no other is read at all.

    >>> outcome([("a", "x"), ("a", "z"), ("b", "x"), ("a", "z")], x=1, y=2, z=100)
    (202, ['a', 'b'], ['x', 'z'])
    >>> numbers([(n, "pqr"[n % 3]) for n in range(900)], p=1, q=0, r=-1, s=9)
    (-2, 900, 3)
    """


def case_repeated_items_count():
    """The same item three times counts three times.

    >>> outcome([("aa", "x")] * 3 + [("aa", "y")] * 2, x=1, y=10)
    (46, ['aa'], ['x', 'y'])
    """


def case_zero_and_negative():
    """0 is a score and a weight like any other: it must not be fetched again.

    >>> outcome([("n", "z"), ("m", "z"), ("n", "z")] * 2, Score({"n": 0, "m": 5}), z=0)
    (0, ['n', 'm'], ['z'])
    >>> outcome([("n", "z"), ("m", "z"), ("n", "k")], Score({"n": 0, "m": -5}), z=3, k=7)
    (-15, ['n', 'm'], ['z', 'k'])
    """


def case_unhashable_words():
    """A word that cannot be hashed is scored each time, also a tuple with a list inside.

    >>> outcome([(["a"], "k"), (["a"], "k"), ("b", "k"), ("b", "k")], k=1)
    (12, [['a'], ['a'], 'b'], ['k'])
    >>> outcome([(("a", []), "k"), (("a", 1), "k"), (("a", []), "k"), (("a", 1), "k")], k=2)
    (68, [('a', []), ('a', 1), ('a', [])], ['k'])
    """


def case_equal_words():
    """Equal words have equal scores, be they the same object or not.

    >>> words = ["".join(["lo", "ng"]) for _ in range(4)]
    >>> outcome([(word, "k") for word in words] + [((1, "".join(["x", "y"])), "k")] * 2, k=1)
    (34, ['long', (1, 'xy')], ['k'])
    >>> numbers([(tuple([n % 3]), "k") for n in range(30)], k=1)
    (120, 3, 1)
    """


def case_next_call_asks_anew():
    """Nothing is kept from one call to the next: scores and weights may have changed.

    >>> score = Score({"a": 1})
    >>> first = outcome([("a", "k"), ("a", "k")], score, k=1)
    >>> score.scores = {"a": 50}
    >>> first[0], outcome([("a", "k"), ("a", "k")], score, k=2)
    (2, (200, ['a', 'a'], ['k']))
    >>> outcome([("a", "k")], k=1), outcome([("a", "k")], Score({"a": 7}), k=1)
    ((1, ['a'], ['k']), (7, ['a'], ['k']))
    """


def case_score_raises():
    """An exception of `score` comes out, and `score` is not asked again.

    >>> tried.clear()
    >>> total_score([("ok", "k"), ("bad", "k"), ("ok", "k")], fussy, {"k": 1})
    Traceback (most recent call last):
    TypeError
    >>> tried
    ['ok', 'bad']
    >>> total_score([("a", "k")], Score({}), {"k": 1})
    Traceback (most recent call last):
    KeyError
    """


def case_missing_weight():
    """A kind without a weight is a KeyError.

    >>> total_score([("a", "k"), ("b", "none")], len, {"k": 1})
    Traceback (most recent call last):
    KeyError
    """


def case_no_items():
    """Without items the total is 0 and nothing is called.

    >>> outcome([], k=1)
    (0, [], [])
    """


def case_any_iterable():
    """The items may come from a generator.

    >>> outcome(((word, "k") for word in "abca"), k=3)
    (12, ['a', 'b', 'c'], ['k'])
    """


def case_random():
    """Some items give a wrong total, or too many calls.

    >>> for items in random_items(seed, 20): outcome(items, x=1, y=20, z=-3)  # doctest: +REFERENCE
    """
