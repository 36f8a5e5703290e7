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
        self._retries = retries
        self._token = refresh()

    def get(self, path):
        return self._call("GET", path, {}, True)

    def post(self, path, key=None):
        headers = {} if key is None else {"idempotency-key": key}
        return self._call("POST", path, headers, key is not None)

    def get_all(self, path):
        seen = set()
        while path is not None:
            if path in seen:
                raise ValueError(f"the pages go in a circle at {path}")
            seen.add(path)
            page = self.get(path)
            yield from page["items"]
            path = page["next"]

    def _call(self, method, path, headers, repeatable):
        refreshed = False
        attempt = 0
        while True:
            last = attempt == self._retries or not repeatable
            pause = 2**attempt
            try:
                status, _, body = self._send(
                    method, path, headers | {"authorization": self._token}, timeout=10
                )
            except ConnectionError:
                if last:
                    raise
            else:
                if status < 400:
                    return body
                if status == 401 and not refreshed:
                    self._token = self._refresh()
                    refreshed = True
                    continue
                if last or (status != 429 and status < 500):
                    raise NotFound(status) if status == 404 else ApiError(status)
            self._sleep(pause)
            attempt += 1
