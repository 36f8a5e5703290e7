"""A client that retries what is worth it, renews its token, and walks through pages lazily."""
import random

from answer import ApiError, Client, NotFound  # noqa: F401

OK = (200, {}, "body")
DOWN = ConnectionError("down")


def answer(status, after=None):
    return status, {} if after is None else {"retry-after": after}, f"body of {status}"


def page(items, following):
    return 200, {}, {"items": list(items), "next": following}


class Network:
    """Gives scripted answers, the last one for ever, and notes everything that happens in order."""

    def __init__(self, *script, pages=None):
        self.script, self.pages = list(script), pages
        self.events, self.requests = [], []
        self.tokens = 0

    def send(self, method, path, headers, timeout):
        self.events.append(f"{method} {path}")
        self.requests.append((dict(headers), timeout))
        if self.pages is not None:
            return self.pages[path]
        reply = self.script.pop(0) if len(self.script) > 1 else self.script[0]
        if isinstance(reply, Exception):
            raise reply
        return reply

    def sleep(self, seconds):
        self.events.append(seconds)

    def refresh(self):
        self.tokens += 1
        self.events.append("refresh")
        return f"token {self.tokens}"

    def client(self, **options):
        client = Client(self.send, self.sleep, self.refresh, **options)
        self.events.clear()
        return client


def outcome(function, *arguments, **options):
    try:
        return function(*arguments, **options)
    except ApiError as error:
        return type(error).__name__, error.status
    except Exception as error:  # noqa: BLE001
        return type(error).__name__, str(error)


def get(*script, **options):
    """What a GET gives, and what happened: requests, pauses, new tokens."""
    network = Network(*script)
    result = outcome(network.client(**options).get, "/a")
    return result, network.events


def post(*script, key=None):
    network = Network(*script)
    result = outcome(network.client().post, "/a", key=key)
    return result, network.events


def pages(limit, **contents):
    """The first items of `/a` and the pages that were fetched for them."""
    network = Network(pages={f"/{name}": page(*content) for name, content in contents.items()})
    found = []
    try:
        for item in network.client().get_all("/a"):
            found.append(item)
            if len(found) == limit:
                break
    except ValueError:
        found.append("ValueError")
    return "".join(found), network.events


def scripts(seed, count):
    rng = random.Random(seed)
    replies = [OK, DOWN, answer(429), answer(429, "7"), answer(500), answer(503, "0"), answer(401),
               answer(404), answer(400), answer(502)]
    for _ in range(count):
        yield rng.choices(replies, k=rng.randrange(1, 7)), rng.randrange(4)


def sample_second_attempt():
    """
    >>> script = [(503, {}, None), (200, {}, "hello")]
    >>> def send(method, path, headers, timeout): return script.pop(0)
    >>> pauses = []
    >>> client = Client(send, sleep=pauses.append, refresh=lambda: "token")
    >>> client.get("/a"), pauses
    ('hello', [1])
    """


def sample_all_pages():
    """
    >>> book = {"/a": {"items": [1, 2], "next": "/b"}, "/b": {"items": [3], "next": None}}
    >>> def send(method, path, headers, timeout): return 200, {}, book[path]
    >>> client = Client(send, sleep=print, refresh=lambda: "token")
    >>> [10 * item for item in client.get_all("/a")]
    [10, 20, 30]
    """


def case_first_attempt_succeeds():
    """Everything below 400 is a success and gives the body, without any pause.

    >>> get(OK), get(answer(204)), get(answer(304)), get(answer(399))[0]
    (('body', ['GET /a']), ('body of 204', ['GET /a']), ('body of 304', ['GET /a']), 'body of 399')
    """


def case_what_is_tried_again():
    """Connection errors, 429 and everything from 500 on may pass: try again.

    >>> replies = (DOWN, answer(429), answer(500), answer(502), answer(599))
    >>> [get(reply, OK)[1][1:] for reply in replies]
    [[1, 'GET /a'], [1, 'GET /a'], [1, 'GET /a'], [1, 'GET /a'], [1, 'GET /a']]
    """


def case_what_is_final():
    """Other errors will be the same next time: raise them at once.

    >>> get(answer(400), OK), get(answer(404), OK)
    ((('ApiError', 400), ['GET /a']), (('NotFound', 404), ['GET /a']))
    >>> [get(answer(status), OK)[0] for status in (403, 405, 428, 430, 499)]
    [('ApiError', 403), ('ApiError', 405), ('ApiError', 428), ('ApiError', 430), ('ApiError', 499)]
    """


def case_pauses_double():
    """The pauses are 1, 2 and 4 seconds; none before the first and none after the last attempt.

    >>> get(answer(503), DOWN, answer(429), OK)
    ('body', ['GET /a', 1, 'GET /a', 2, 'GET /a', 4, 'GET /a'])
    >>> get(answer(503), answer(503), answer(503), answer(503), OK)
    (('ApiError', 503), ['GET /a', 1, 'GET /a', 2, 'GET /a', 4, 'GET /a'])
    """


def case_number_of_retries():
    """There are at most `retries` attempts after the first one.

    >>> get(answer(500), retries=0), get(DOWN, retries=1)
    ((('ApiError', 500), ['GET /a']), (('ConnectionError', 'down'), ['GET /a', 1, 'GET /a']))
    >>> get(DOWN, retries=5)[1][1::2]
    [1, 2, 4, 8, 16]
    """


def case_last_error_is_raised():
    """When the attempts are used up, the last error is raised, not the first one.

    >>> get(DOWN, answer(502), answer(429), answer(500))[0], get(answer(500), DOWN, retries=1)[0]
    (('ApiError', 500), ('ConnectionError', 'down'))
    >>> get(answer(500), answer(404), retries=2)
    (('NotFound', 404), ['GET /a', 1, 'GET /a'])
    """


def case_server_says_how_long():
    """`retry-after` replaces the pause, once: the next pause is what it would have been.

    >>> get(answer(429, "30"), answer(503), answer(503, "0"), OK)
    ('body', ['GET /a', 30, 'GET /a', 2, 'GET /a', 0, 'GET /a'])
    """


def case_post_without_a_key():
    """A POST without a key is sent once: it may have been carried out before the error.

    >>> post(OK), post(answer(503), OK)
    (('body', ['POST /a']), (('ApiError', 503), ['POST /a']))
    >>> post(DOWN, OK)
    (('ConnectionError', 'down'), ['POST /a'])
    """


def case_post_with_a_key():
    """With a key the server recognises the repetition: try again, with the same key.

    >>> network = Network(DOWN, answer(503), OK)
    >>> network.client().post("/a", key="k1"), network.events
    ('body', ['POST /a', 1, 'POST /a', 2, 'POST /a'])
    >>> [headers.get("idempotency-key") for headers, timeout in network.requests]
    ['k1', 'k1', 'k1']
    """


def case_new_token():
    """With 401 get a new token and repeat at once, but only once for each call.

    >>> get(answer(401), OK)
    ('body', ['GET /a', 'refresh', 'GET /a'])
    >>> get(answer(401), answer(401), OK)
    (('ApiError', 401), ['GET /a', 'refresh', 'GET /a'])
    >>> post(answer(401), OK), post(answer(401), answer(503), OK)[0]
    (('body', ['POST /a', 'refresh', 'POST /a']), ('ApiError', 503))
    >>> get(answer(503), answer(401), answer(503), OK)
    ('body', ['GET /a', 1, 'GET /a', 'refresh', 'GET /a', 2, 'GET /a'])
    """


def case_token_is_kept():
    """The newest token is used from then on, and a later call may renew it again.

    >>> network = Network(OK, answer(401), OK, OK, answer(401), OK)
    >>> client = network.client()
    >>> for _ in range(4): client.get("/a")
    'body'
    'body'
    'body'
    'body'
    >>> [headers["authorization"] for headers, timeout in network.requests]
    ['token 1', 'token 1', 'token 2', 'token 2', 'token 2', 'token 3']
    """


def case_timeout_and_headers():
    """Every request has the timeout, and nothing in its headers that does not belong there.

    >>> network = Network(DOWN, OK)
    >>> client = network.client()
    >>> client.get("/a"), client.post("/b"), network.requests[0], network.requests[-1]
    ('body', 'body', ({'authorization': 'token 1'}, 10), ({'authorization': 'token 1'}, 10))
    """


def case_pages_are_fetched_when_needed():
    """A page is fetched when its first item is asked for, and `get_all` alone fetches nothing.

    >>> book = {"a": ("xy", "/b"), "b": ("z", "/c"), "c": ("w", None)}
    >>> pages(1, **book), pages(2, **book)
    (('x', ['GET /a']), ('xy', ['GET /a']))
    >>> pages(3, **book), pages(4, **book)
    (('xyz', ['GET /a', 'GET /b']), ('xyzw', ['GET /a', 'GET /b', 'GET /c']))
    >>> network = Network(OK)
    >>> items = network.client().get_all("/a")
    >>> network.events
    []
    """


def case_empty_pages():
    """A page without items does not end the list: what counts is `next`.

    >>> pages(99, a=("", "/b"), b=("", "/c"), c=("z", None)), pages(99, a=("", None))
    (('z', ['GET /a', 'GET /b', 'GET /c']), ('', ['GET /a']))
    """


def case_pages_in_a_circle():
    """If a path comes a second time, it is a ValueError and no endless loop.

    >>> pages(99, a=("x", "/b"), b=("y", "/a")), pages(99, a=("x", "/a"))
    (('xyValueError', ['GET /a', 'GET /b']), ('xValueError', ['GET /a']))
    """


def case_pages_are_retried_too():
    """Pages are fetched with the same care as everything else.

    >>> network = Network(page("x", "/b"), answer(503), page("y", None))
    >>> list(network.client().get_all("/a")), network.events
    (['x', 'y'], ['GET /a', 'GET /b', 1, 'GET /b'])
    """


def case_errors_by_class():
    """NotFound is an ApiError, and both tell the status.

    >>> issubclass(NotFound, ApiError), issubclass(ApiError, Exception), NotFound(404).status
    (True, True, 404)
    """


def case_random():
    """Some series of answers is handled wrongly.

    >>> for script, retries in scripts(seed, 60):                    # doctest: +REFERENCE
    ...     get(*script, retries=retries)
    """
