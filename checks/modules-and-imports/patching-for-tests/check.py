"""Run a test against a right shop, against broken ones, and look at what it leaves behind."""
import sys
import types

from answer import test_total

IMPORT = "from rates import get_rate\n\n\n"
RIGHT = """
def total(prices, currency):
    rate = get_rate(currency)
    return sum(price * rate for price in prices)
"""
touched = []
rates = types.ModuleType("rates")
rates.touched = touched
exec(  # noqa: S102
    "def get_rate(currency):\n"
    "    touched.append(currency)\n"
    "    raise ConnectionError('the test went to the network')\n",
    vars(rates),
)
sys.modules["rates"] = rates


def shop_with(text):
    """The module `shop` with the given definition of `total`."""
    shop = sys.modules["shop"] = types.ModuleType("shop")
    exec(IMPORT + text, vars(shop))  # noqa: S102
    return shop


def instead(old, new):
    changed = RIGHT.replace(old, new)
    if changed == RIGHT:
        raise LookupError(old)
    return changed


def outcome(text):
    """What the test says about this `total`: passes or fails."""
    try:
        test_total(shop_with(text))
    except Exception:  # noqa: BLE001
        return "fails"
    return "passes"


def left_behind(text):
    """Run the test; tell what is bound differently afterwards, and who went to the network."""
    shop = shop_with(text)
    before, before_rates = dict(vars(shop)), dict(vars(rates))
    touched.clear()
    try:
        test_total(shop)
    except Exception:  # noqa: BLE001
        pass
    changed = [name for name, value in vars(shop).items() if before.get(name) is not value]
    changed += [name for name, value in vars(rates).items() if before_rates.get(name) is not value]
    return sorted(changed), list(touched)


def sample_right_shop():
    """
    >>> outcome(RIGHT)
    'passes'
    """


def sample_rate_is_ignored():
    """
    >>> outcome(instead("price * rate", "price * 1"))
    'fails'
    """


def case_network_is_not_touched():
    """The name must be replaced where it is used: the real `get_rate` must never run.

    >>> outcome(RIGHT), left_behind(RIGHT)
    ('passes', ([], []))
    """


def case_wrong_sums():
    """The sum itself has to be tested: with two different prices, and with the rate.

    >>> outcome(instead("price * rate", "price")), outcome(instead("price * rate", "price + rate"))
    ('fails', 'fails')
    >>> outcome(instead("for price in prices", "for price in prices[:1]"))
    'fails'
    >>> outcome(instead("for price in prices", "for price in prices[1:]"))
    'fails'
    >>> outcome(instead("return sum", "return str")), outcome(instead("return", "return None,"))
    ('fails', 'fails')
    """


def case_wrong_currency():
    """Ask the mock with which argument it was called: another currency is another rate.

    >>> outcome(instead("get_rate(currency)", "get_rate('EUR')"))
    'fails'
    >>> outcome(instead("get_rate(currency)", "get_rate(currency.lower())"))
    'fails'
    >>> outcome(instead("get_rate(currency)", "get_rate(None)")), outcome(RIGHT)
    ('fails', 'passes')
    """


def case_called_more_than_once():
    """A request for each price is slow and costs money: it has to be exactly one call.

    >>> outcome(instead("price * rate", "price * get_rate(currency)"))
    'fails'
    >>> outcome(instead("    return", "    get_rate(currency)\\n    return")), outcome(RIGHT)
    ('fails', 'passes')
    """


def case_never_called():
    """A shop with a rate of its own gives the right sum here, and is still wrong.

    >>> outcome(instead("get_rate(currency)", "2")), outcome(RIGHT)
    ('fails', 'passes')
    """


def case_wrong_signature():
    """The stand-in should refuse what the real function would refuse.

    >>> outcome(instead("get_rate(currency)", "get_rate(currency, 'today')"))
    'fails'
    >>> outcome(instead("get_rate(currency)", "get_rate(code=currency)"))
    'fails'
    >>> outcome(instead("get_rate(currency)", "get_rate()")), outcome(RIGHT)
    ('fails', 'passes')
    """


def case_argument_by_name():
    """The same argument passed by name is the same call: a right shop must not fail for that.

    >>> outcome(instead("get_rate(currency)", "get_rate(currency=currency)"))
    'passes'
    >>> outcome(instead("get_rate(currency)", "get_rate(currency='EUR')"))
    'fails'
    """


def case_right_in_another_way():
    """Test what the shop does, not how: other right ways to add up must pass.

    >>> outcome("def total(prices, currency): return sum(prices) * get_rate(currency)")
    'passes'
    >>> outcome(
    ...     "def total(prices, currency):\\n"
    ...     "    rate, result = get_rate(currency), 0\\n"
    ...     "    for price in prices: result += rate * price\\n"
    ...     "    return result"
    ... )
    'passes'
    """


def case_shop_that_raises():
    """An exception of the shop is a failed test.

    >>> outcome(instead("    return", "    raise TypeError\\n    return")), outcome(RIGHT)
    ('fails', 'passes')
    """


def case_patch_is_undone():
    """After the test everything is bound as before, whether it passed or failed.

    >>> left_behind(RIGHT)
    ([], [])
    >>> left_behind(instead("price * rate", "price"))
    ([], [])
    >>> left_behind(instead("get_rate(currency)", "get_rate('EUR')"))
    ([], [])
    >>> left_behind(instead("    return", "    raise TypeError\\n    return"))
    ([], [])
    """


def case_runs_again():
    """The test can run twice in a row, and sees each shop with fresh eyes.

    >>> [outcome(text) for text in (RIGHT, instead("price * rate", "price"), RIGHT, RIGHT)]
    ['passes', 'fails', 'passes', 'passes']
    """
