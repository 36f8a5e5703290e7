class LRU:
    """At most `capacity` entries; a new one pushes out the least recently used one."""

    def __init__(self, capacity: int) -> None:
        """Refuse a negative capacity with ValueError."""

    def get(self, key, default=None):
        """Return the value of `key` and mark it as used; `default` if it is not there."""

    def put(self, key, value) -> None:
        """Store or replace the value of `key` and mark it as used."""

    # Still to come: len(cache), `key in cache`, and a loop over the keys, oldest first.
