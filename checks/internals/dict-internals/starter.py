class HashMap:
    """A hash table with open addressing that keeps the order of insertion."""

    def __init__(self):
        """Start with an empty table."""

    def __setitem__(self, key, value):
        """Insert the key, or change its value."""

    def __getitem__(self, key):
        """Return the value of the key, or raise KeyError."""

    def __delitem__(self, key):
        """Remove the key, or raise KeyError."""

    def __contains__(self, key):
        """Say whether the key is there."""

    def __len__(self):
        """Return the number of keys."""
        return 0

    def __iter__(self):
        """Iterate over the keys in order of insertion."""
        return iter(())

    def places(self):
        """Return the number of places in the table."""
