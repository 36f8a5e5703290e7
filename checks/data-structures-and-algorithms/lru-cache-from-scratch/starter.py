class LRUCache:
    """At most `capacity` entries; a new one pushes out the least recently used one."""

    def __init__(self, capacity: int) -> None:
        """Refuse a negative capacity with ValueError."""

    def get(self, key, default=None):
        """Return the value of `key` and mark it as used; `default` if it is not there."""

    def put(self, key, value) -> None:
        """Store or replace the value of `key` and mark it as used."""

    def __len__(self) -> int:
        """Return the number of entries."""

    def keys(self) -> list:
        """Return the keys, the least recently used one first."""
