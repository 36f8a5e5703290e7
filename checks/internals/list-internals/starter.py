class DynArray:
    """A growing array over blocks of fixed size."""

    def __init__(self, alloc):
        """alloc(n) gives a block of n cells."""

    def __len__(self):
        """Return the number of items."""
        return 0

    def __getitem__(self, index):
        """Return the item at the index, which may be negative."""

    def append(self, item):
        """Add an item at the end."""

    def insert(self, index, item):
        """Put an item before the one at the index."""

    def pop(self):
        """Remove the last item and return it."""
