"""Two texts for one object."""
import random

from answer import Money


class Tip(Money):
    pass


class BigTip(Tip):
    pass


def remade(money):
    """Evaluate the repr and return what the new object holds."""
    again = eval(repr(money), {"Money": Money, "Tip": Tip})
    return type(again).__name__, again.amount, again.currency


def odd_texts(seed, count):
    chance = random.Random(seed)
    for _ in range(count):
        yield ["".join(chance.choices("ab'\"\\\n 1.é", k=chance.randrange(6))) for _ in range(2)]


def sample_receipt():
    """
    >>> print(Money("12.50", "EUR"))
    12.50 EUR
    """


def sample_developers_text():
    """
    >>> print(repr(Money("12.50", "EUR")))
    Money('12.50', 'EUR')
    """


def case_amount_stays_as_it_is():
    """The amount is shown as it was given, with its zeros and its sign.

    >>> str(Money("0.10", "EUR")), str(Money("-3.00", "USD")), str(Money("007", "JPY"))
    ('0.10 EUR', '-3.00 USD', '007 JPY')
    >>> repr(Money("12345678901234567890.00", "EUR")), repr(Money("-3.00", "USD"))
    ("Money('12345678901234567890.00', 'EUR')", "Money('-3.00', 'USD')")
    """


def case_list_shows_the_items_repr():
    """Containers ask their items for `repr`, whoever asks the container.

    >>> str([Money("1.00", "EUR"), Money("2.00", "USD")])
    "[Money('1.00', 'EUR'), Money('2.00', 'USD')]"
    >>> print({"price": Money("5", "CHF")}, (Money("6", "CHF"),))
    {'price': Money('5', 'CHF')} (Money('6', 'CHF'),)
    """


def case_ways_of_asking():
    """f-strings, `%` and `format` ask for the one text or the other.

    >>> money = Money("4.20", "EUR")
    >>> f"{money}|{money!r}|{money!s:>10}"
    "4.20 EUR|Money('4.20', 'EUR')|  4.20 EUR"
    >>> "%s|%r" % (money, money), "{} {!r}".format(money, money)
    ("4.20 EUR|Money('4.20', 'EUR')", "4.20 EUR Money('4.20', 'EUR')")
    >>> repr(ValueError(money)), str(ValueError(money))
    ("ValueError(Money('4.20', 'EUR'))", '4.20 EUR')
    """


def case_subclass_says_its_name():
    """A subclass inherits both texts, and its `repr` names the subclass.

    >>> repr(Tip("1.00", "EUR")), repr(BigTip("9.00", "EUR")), str(Tip("1.00", "EUR"))
    ("Tip('1.00', 'EUR')", "BigTip('9.00', 'EUR')", '1.00 EUR')
    """


def case_odd_characters():
    r"""Quotes, backslashes and newlines in a part must come out as valid Python.

    >>> print(repr(Money("1", "O'Neil")), repr(Money("1", 'a"b')))
    Money('1', "O'Neil") Money('1', 'a"b')
    >>> print(repr(Money("1", "a\nb")), repr(Money("\\", "")))
    Money('1', 'a\nb') Money('\\', '')
    >>> str(Money("1", "a\nb")), remade(Money("2", "both \" and '"))
    ('1 a\nb', ('Money', '2', 'both " and \''))
    """


def case_made_again_from_its_repr():
    """What `repr` returns is an expression that makes an equal object.

    >>> remade(Money("12.50", "EUR")), remade(Tip("-0.5", "USD"))
    (('Money', '12.50', 'EUR'), ('Tip', '-0.5', 'USD'))
    >>> money = Money("7.00", "EUR")
    >>> [money == other for other in (eval(repr(money)), Money("7.0", "EUR"), "7.00 EUR", None)]
    [True, False, False, False]
    """


def case_random():
    """Some odd text is shown wrongly: try quotes, backslashes and empty texts.

    >>> for a, b in odd_texts(seed, 20): str(Money(a, b)), repr(Tip(a, b))  # doctest: +REFERENCE
    """
