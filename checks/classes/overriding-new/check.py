"""Subclasses of float and tuple."""
import copy
import pickle
import random

from answer import Celsius, Pair


class Fever(Celsius):
    pass


class Couple(Pair):
    pass


def shown(thing):
    """Return the type of a temperature or pair, and its value in plain types."""
    plain = float(thing) if isinstance(thing, float) else tuple(thing)
    return type(thing).__name__, plain


def copied(thing):
    """Return what a copy, a deep copy and two pickled copies are."""
    made = [copy.copy(thing), copy.deepcopy(thing)]
    made += [pickle.loads(pickle.dumps(thing, protocol)) for protocol in (2, 5)]
    return [shown(one) for one in made]


def setting(thing, *names):
    """Return what setting each of the attributes gives."""
    outcomes = []
    for name in names:
        try:
            setattr(thing, name, 1)
        except AttributeError:
            outcomes.append("refused")
        else:
            outcomes.append("done")
    return outcomes


def degrees(seed, count):
    chance = random.Random(seed)
    for _ in range(count):
        yield chance.choice([1, 1, 20]) * chance.uniform(-280, 60)


def made(value):
    try:
        return shown(Celsius(value))
    except ValueError:
        return "refused"


def sample_celsius():
    """
    >>> shown(Celsius(21.456)), Celsius(21.456) + 1
    (('Celsius', 21.46), 22.46)
    >>> Celsius(-300)
    Traceback (most recent call last):
    ValueError
    """


def sample_pair():
    """
    >>> pair = Pair("a", 2)
    >>> shown(pair), pair.left, pair.right
    (('Pair', ('a', 2)), 'a', 2)
    """


def case_rounded_when_made():
    """The value itself has two places, wherever it is used.

    >>> warm = Celsius(36.5678)
    >>> float(warm), warm == 36.57, f"{warm:.4f}", warm * 100
    (36.57, True, '36.5700', 3657.0)
    >>> float(Celsius(-0.006)), float(Celsius(1.004)), float(Celsius(99.999))
    (-0.01, 1.0, 100.0)
    """


def case_limit():
    """Absolute zero is accepted, anything below is refused before it is rounded.

    >>> float(Celsius(-273.15)), float(Celsius(-273.149)), float(Celsius(-273))
    (-273.15, -273.15, -273.0)
    >>> made(-273.151), made(-273.16), made(-274), made(float("-inf"))
    ('refused', 'refused', 'refused', 'refused')
    >>> Celsius("-273.151")
    Traceback (most recent call last):
    ValueError
    """


def case_arguments_of_celsius():
    """It takes what `float` takes: nothing, numbers and texts.

    >>> float(Celsius()), float(Celsius("21.456")), float(Celsius(True)), float(Celsius(Celsius(3)))
    (0.0, 21.46, 1.0, 3.0)
    >>> float(Celsius(degrees=7)), float(Celsius(" -5.5 "))
    (7.0, -5.5)
    >>> Celsius("warm")
    Traceback (most recent call last):
    ValueError
    >>> Celsius([])
    Traceback (most recent call last):
    TypeError
    """


def case_it_is_a_float():
    """It compares, sorts and computes as a float; results of arithmetic are plain floats.

    >>> cold, warm = Celsius(-4.5), Celsius(30)
    >>> shown(max(cold, warm)), cold < 0 < warm, shown(cold + warm), shown(-cold), shown(warm / 4)
    (('Celsius', 30.0), True, ('float', 25.5), ('float', 4.5), ('float', 7.5))
    >>> {30.0: "hot"}[warm], isinstance(warm, float), sum([cold, cold])
    ('hot', True, -9.0)
    """


def case_exactly_two():
    """A pair takes two things, no more and no less, by place or by name.

    >>> shown(Pair([1, 2], ())), shown(Pair(right=1, left=2))
    (('Pair', ([1, 2], ())), ('Pair', (2, 1)))
    >>> Pair((1, 2))
    Traceback (most recent call last):
    TypeError
    >>> Pair(1, 2, 3)
    Traceback (most recent call last):
    TypeError
    """


def case_pair_is_a_tuple():
    """It unpacks, compares and hashes as a tuple.

    >>> left, right = pair = Pair(3, 4)
    >>> left, right, len(pair), pair[-1], pair == (3, 4), {(3, 4): "found"}[pair]
    (3, 4, 2, 4, True, 'found')
    >>> pair < (3, 5), isinstance(pair, tuple), pair + (5,)
    (True, True, (3, 4, 5))
    """


def case_no_attributes():
    """Neither known nor new attributes can be set.

    >>> pair, cold = Pair(1, 2), Celsius(3)
    >>> setting(pair, "left", "right", "middle"), setting(cold, "unit", "real")
    (['refused', 'refused', 'refused'], ['refused', 'refused'])
    >>> pair.left, pair.right, float(cold)
    (1, 2, 3.0)
    """


def case_subclasses_make_themselves():
    """A subclass makes instances of itself, with the same checks.

    >>> shown(Fever(38.888)), shown(Couple("a", "b")), Couple("a", "b").right
    (('Fever', 38.89), ('Couple', ('a', 'b')), 'b')
    >>> Fever(-500)
    Traceback (most recent call last):
    ValueError
    """


def case_copies_of_celsius():
    """Copies of a temperature have its class and value.

    >>> copied(Celsius(12.346))
    [('Celsius', 12.35), ('Celsius', 12.35), ('Celsius', 12.35), ('Celsius', 12.35)]
    >>> copied(Fever(40))[1:3]
    [('Fever', 40.0), ('Fever', 40.0)]
    """


def case_copies_of_pairs():
    """Copies of a pair have its class and both of its things.

    >>> copied(Pair("a", 1))
    [('Pair', ('a', 1)), ('Pair', ('a', 1)), ('Pair', ('a', 1)), ('Pair', ('a', 1))]
    >>> copied(Couple(None, [2]))[:2]
    [('Couple', (None, [2])), ('Couple', (None, [2]))]
    """


def case_random():
    """Some temperature is rounded, accepted or refused wrongly.

    >>> for value in degrees(seed, 30): made(value)  # doctest: +REFERENCE
    """
