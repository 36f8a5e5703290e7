from urllib.parse import urlencode, urljoin, urlsplit, urlunsplit


class HTTPError(Exception):
    """An answer of 400 or above, for whoever wants it raised."""


class TooManyRedirects(Exception):
    """One redirect after the other."""


class Response:
    def __init__(self, url, status_code, text, history):
        self.url = url
        self.status_code = status_code
        self.text = text
        self.history = history

    def raise_for_status(self):
        """Raise HTTPError if the server answered with 400 or above."""
        if self.status_code >= 400:
            raise HTTPError(f"{self.status_code} for {self.url}")


class Session:
    """Keeps headers and cookies between requests."""

    def __init__(self, send):
        self.headers = {}
        self._cookies = {}
        self._send = send

    def get(self, url, params=None, headers=None, timeout=None):
        """Fetch url, follow redirects, and return the last Response."""
        url = with_params(url, params or {})
        merged = self.headers | (headers or {})
        sent = {name: value for name, value in merged.items() if value is not None}
        history = []
        while True:
            cookies = self._cookies.setdefault(urlsplit(url).netloc, {})
            cookie = "; ".join(f"{name}={value}" for name, value in cookies.items())
            carried = {"cookie": cookie} if cookie else {}
            status, answered, text = self._send(url, sent | carried, timeout)
            if "set-cookie" in answered:
                name, _, value = answered["set-cookie"].partition(";")[0].partition("=")
                cookies[name] = value
            response = Response(url, status, text, list(history))
            if status not in (301, 302, 303, 307, 308) or "location" not in answered:
                return response
            if len(history) == 5:
                raise TooManyRedirects(url)
            history.append(response)
            following = urljoin(url, answered["location"])
            if urlsplit(following).netloc != urlsplit(url).netloc:
                sent.pop("authorization", None)
            url = following


def with_params(url, params):
    """The url with params added to its query; lists repeat a name, None leaves it out."""
    pairs = []
    for name, value in params.items():
        for item in value if isinstance(value, list) else [value]:
            if item is not None:
                pairs.append((name, item))
    parts = urlsplit(url)
    query = "&".join(part for part in (parts.query, urlencode(pairs)) if part)
    return urlunsplit(parts._replace(query=query))
