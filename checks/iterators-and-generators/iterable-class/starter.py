class Playlist:
    """Songs that can be gone over again and again."""

    def __init__(self, songs=()):
        """Take the songs from any iterable."""

    def add(self, song):
        """Put a song at the end."""
