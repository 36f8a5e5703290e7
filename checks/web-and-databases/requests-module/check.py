"""A session: parameters, headers, cookies and redirects over a network that is a function."""
import random

from answer import HTTPError, Response, Session, TooManyRedirects  # noqa: F401

HOME = "https://shop.test/"


class Network:
    """Answers from a script by URL, and notes what was asked."""

    def __init__(self, **answers):
        self.answers = answers
        self.urls, self.headers, self.timeouts = [], [], []

    def send(self, url, headers, timeout):
        self.urls.append(url)
        self.headers.append(dict(headers))
        self.timeouts.append(timeout)
        place = url.split("//")[1].partition("?")[0].replace(".test", "")
        name = place.strip("/").replace("/", "_")
        answer = self.answers.get(name, (200, {}))
        status, answered = answer.pop(0) if isinstance(answer, list) else answer
        return status, dict(answered), f"text of {name}"


def to(location, status=302):
    return status, {"location": location}


def asked(url, params=None):
    network = Network()
    Session(network.send).get(url, params=params)
    return network.urls[0]


def sent(session_headers, headers=None):
    """The headers that were sent, and both dicts as they are afterwards."""
    network = Network()
    session = Session(network.send)
    session.headers.update(session_headers)
    session.get(HOME, headers=headers)
    return network.headers[0], session.headers, headers


def followed(start, headers=None, **answers):
    """Where a request ended, the URLs on the way, and the URLs that were asked."""
    network = Network(**answers)
    try:
        response = Session(network.send).get(start, headers=headers)
    except Exception as error:  # noqa: BLE001
        return type(error).__name__, len(network.urls)
    return response.url, [each.url for each in response.history], len(network.urls)


def chain(length):
    steps = {f"shop_{number}": to(f"/{number + 1}") for number in range(length)}
    return followed("https://shop.test/0", **steps)


def authorized(*locations):
    """For each request of a chain of redirects: its host, and the authorization that was sent."""
    network = Network(**{f"shop_{number}": to(where) for number, where in enumerate(locations)})
    Session(network.send).get("https://shop.test/0", headers={"authorization": "secret", "a": "1"})
    hosts = [url.split("/")[2] for url in network.urls]
    return [(host, headers.get("authorization"), headers["a"])
            for host, headers in zip(hosts, network.headers, strict=True)]


def raised(status):
    response = Session(Network(shop=(status, {})).send).get(HOME)
    try:
        response.raise_for_status()
    except Exception as error:  # noqa: BLE001
        return type(error).__name__
    return response.status_code


def queries(seed, count):
    rng = random.Random(seed)

    def value():
        some = [rng.randrange(99), "a b", "ü&=", "", None, 1.5, ["x", "y z"], [], [None, 3]]
        return rng.choice(some)

    for _ in range(count):
        url = HOME + rng.choice(["", "s", "s?q=1", "s?a=%20&b", "s/t?x=y"])
        yield url, {name: value() for name in rng.sample(["a", "b", "ä", "q", "page size"], 3)}


def sample_get():
    """
    >>> session = Session(lambda url, headers, timeout: (200, {}, f"you asked for {url}"))
    >>> response = session.get("https://shop.test/items", params={"page": 2})
    >>> response.status_code, response.text, response.history
    (200, 'you asked for https://shop.test/items?page=2', [])
    """


def case_parameters_are_encoded():
    """Parameters are percent-encoded: blanks, `&` and letters beyond ASCII must not break the URL.

    >>> asked(HOME, {"q": "a b&c=d", "city": "Köln"}), asked(HOME, {"n": 5, "f": 1.5})
    ('https://shop.test/?q=a+b%26c%3Dd&city=K%C3%B6ln', 'https://shop.test/?n=5&f=1.5')
    """


def case_lists_and_none():
    """A list repeats the name, and None is left out, but an empty text is not.

    >>> asked(HOME, {"tag": ["x", None, "y"], "no": None, "e": "", "z": 0})
    'https://shop.test/?tag=x&tag=y&e=&z=0'
    >>> asked(HOME, {"no": None}), asked(HOME, {"none": []}), asked(HOME, {})
    ('https://shop.test/', 'https://shop.test/', 'https://shop.test/')
    """


def case_query_that_is_there():
    """A URL may have a query already: add to it, and keep it if there is nothing to add.

    >>> asked(HOME + "?a=1", {"b": 2}), asked(HOME + "s?a=%20&c"), asked(HOME + "s?a=1", {"a": 3})
    ('https://shop.test/?a=1&b=2', 'https://shop.test/s?a=%20&c', 'https://shop.test/s?a=1&a=3')
    """


def case_headers_are_merged():
    """Headers of the call win, None leaves one out, and neither dict is changed.

    >>> sent({"a": "1", "b": "2"}, {"b": "3", "c": "4"})
    ({'a': '1', 'b': '3', 'c': '4'}, {'a': '1', 'b': '2'}, {'b': '3', 'c': '4'})
    >>> sent({"a": "1", "b": "2"}, {"a": None, "x": None})
    ({'b': '2'}, {'a': '1', 'b': '2'}, {'a': None, 'x': None})
    >>> sent({"a": ""})
    ({'a': ''}, {'a': ''}, None)
    """


def case_next_call_is_not_affected():
    """Headers of one call are not sent with the next one.

    >>> network = Network()
    >>> session = Session(network.send)
    >>> session.headers["agent"] = "me"
    >>> for headers in ({"agent": None, "once": "1"}, None): _ = session.get(HOME, headers=headers)
    >>> network.headers
    [{'once': '1'}, {'agent': 'me'}]
    """


def case_timeout_is_passed_on():
    """The timeout goes to every request, redirected ones too, and there is none by default.

    >>> network = Network(shop_a=to("/b"))
    >>> session = Session(network.send)
    >>> for timeout in (2.5, None): _ = session.get("https://shop.test/a", timeout=timeout)
    >>> _ = session.get(HOME)
    >>> network.timeouts
    [2.5, 2.5, None, None, None]
    """


def case_cookies():
    """A cookie that was set is sent from then on, with its newest value.

    >>> lines = ("sid=7; Path=/", "b=x=y", "sid=8;Secure")
    >>> network = Network(shop=[(200, {"set-cookie": line}) for line in lines] + [(200, {})])
    >>> session = Session(network.send)
    >>> for _ in range(4): response = session.get(HOME)
    >>> [headers.get("cookie") for headers in network.headers]
    [None, 'sid=7', 'sid=7; b=x=y', 'sid=8; b=x=y']
    """


def case_cookies_of_other_hosts():
    """Cookies go to the host that set them only, and other sessions know nothing of them.

    >>> network = Network(shop=(200, {"set-cookie": "s=1"}), bank=(200, {"set-cookie": "b=2"}))
    >>> session = Session(network.send)
    >>> for host in ("shop", "bank", "shop", "bank"): _ = session.get(f"https://{host}.test/")
    >>> _ = Session(network.send).get(HOME)
    >>> [headers.get("cookie") for headers in network.headers]
    [None, None, 's=1', 'b=2', None]
    """


def case_cookie_on_the_way():
    """A redirect may set a cookie: the next request carries it.

    >>> network = Network(shop_login=(303, {"location": "/", "set-cookie": "sid=9"}))
    >>> response = Session(network.send).get("https://shop.test/login", headers={"a": "1"})
    >>> network.headers, response.text
    ([{'a': '1'}, {'a': '1', 'cookie': 'sid=9'}], 'text of shop')
    """


def case_redirects():
    """A redirect is followed, to a relative address too, and `history` holds the way.

    >>> followed("https://shop.test/a/b", shop_a_b=to("c"), shop_a_c=to("/"), shop=to("//x.test/e"))
    ('https://x.test/e',
     ['https://shop.test/a/b', 'https://shop.test/a/c', 'https://shop.test/'], 4)
    >>> followed(HOME, shop=to("https://bank.test/x?y=1"))
    ('https://bank.test/x?y=1', ['https://shop.test/'], 2)
    >>> network = Network(shop_a=to("/b", 301), shop_b=to("/c"))
    >>> response = Session(network.send).get("https://shop.test/a")
    >>> [(each.status_code, each.text) for each in (*response.history, response)]
    [(301, 'text of shop_a'), (302, 'text of shop_b'), (200, 'text of shop_c')]
    """


def case_which_statuses_redirect():
    """Only 301, 302, 303, 307 and 308 with a `location` are redirects.

    >>> for status in (300, 301, 302, 303, 304, 305, 306, 307, 308, 309, 200, 201, 404):
    ...     _, history, _ = followed(HOME, shop=to("/x", status))
    ...     if history: status
    301
    302
    303
    307
    308
    >>> followed(HOME, shop=(302, {}))
    ('https://shop.test/', [], 1)
    """


def case_too_many_redirects():
    """After five redirects in a row it is enough.

    >>> chain(1)[2], chain(5)[::2], chain(6), followed(HOME, shop=to("/"))
    (2, ('https://shop.test/5', 6), ('TooManyRedirects', 6), ('TooManyRedirects', 6))
    """


def case_parameters_only_once():
    """Parameters are not added again after a redirect.

    >>> network = Network(shop_a=to("/b"))
    >>> response = Session(network.send).get("https://shop.test/a", params={"q": 1})
    >>> network.urls, response.url
    (['https://shop.test/a?q=1', 'https://shop.test/b'], 'https://shop.test/b')
    """


def case_authorization_stays_at_home():
    """Credentials must not go to another host, also if its name begins in the same way.

    >>> authorized("/1", "/2")
    [('shop.test', 'secret', '1'), ('shop.test', 'secret', '1'), ('shop.test', 'secret', '1')]
    >>> authorized("/1", "https://evil.test/")
    [('shop.test', 'secret', '1'), ('shop.test', 'secret', '1'), ('evil.test', None, '1')]
    >>> authorized("https://shop.test.evil.test/")
    [('shop.test', 'secret', '1'), ('shop.test.evil.test', None, '1')]
    """


def case_errors_are_raised_on_demand():
    """A 404 is an answer: only `raise_for_status` makes an exception of it, from 400 on.

    >>> [raised(status) for status in (200, 204, 304, 399, 400, 404, 500, 599)]
    [200, 204, 304, 399, 'HTTPError', 'HTTPError', 'HTTPError', 'HTTPError']
    """


def case_random_queries():
    """Some URL is wrong: try lists, None, and queries that are there already.

    >>> for url, params in queries(seed, 30): asked(url, params)     # doctest: +REFERENCE
    """
