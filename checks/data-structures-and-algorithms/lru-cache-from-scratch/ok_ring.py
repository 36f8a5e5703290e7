class LRUCache:
    """A dict from key to link, and a ring of links `[previous, next, key, value]`.

    The root of the ring carries no entry: after it comes the oldest, before it the newest.
    """

    def __init__(self, capacity: int) -> None:
        if capacity < 0:
            raise ValueError("capacity must not be negative")
        self._capacity = capacity
        self._links = {}
        self._root = root = []
        root[:] = [root, root, None, None]

    def get(self, key, default=None):
        if key not in self._links:
            return default
        link = self._links[key]
        self._move_to_end(link)
        return link[3]

    def put(self, key, value) -> None:
        if key in self._links:
            link = self._links[key]
            link[3] = value
            self._move_to_end(link)
            return
        if self._capacity == 0:
            return
        if len(self._links) == self._capacity:
            previous, following, oldest_key, _ = self._root[1]
            previous[1] = following
            following[0] = previous
            del self._links[oldest_key]
        newest = self._root[0]
        self._links[key] = newest[1] = self._root[0] = [newest, self._root, key, value]

    def __len__(self) -> int:
        return len(self._links)

    def keys(self) -> list:
        found = []
        link = self._root[1]
        while link is not self._root:
            found.append(link[2])
            link = link[1]
        return found

    def _move_to_end(self, link):
        previous, following, _, _ = link
        previous[1] = following
        following[0] = previous
        newest = self._root[0]
        newest[1] = self._root[0] = link
        link[0] = newest
        link[1] = self._root
