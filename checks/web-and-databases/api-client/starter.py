class ApiError(Exception):
    """The server refused a request."""

    def __init__(self, status):
        super().__init__(status)
        self.status = status


class NotFound(ApiError):
    """There is nothing at this path."""


class Client:
    """Talks to an API through send(method, path, headers, timeout)."""

    def __init__(self, send, sleep, refresh, retries=3):
        self._send, self._sleep, self._refresh = send, sleep, refresh

    def get(self, path):
        """Return the body at path."""

    def post(self, path, key=None):
        """Post to path; only with a key may it be repeated."""

    def get_all(self, path):
        """Yield the items of all pages, and fetch a page only when it is needed."""
