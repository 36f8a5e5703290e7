class Playlist:
    """Songs that can be gone over again and again."""

    def __init__(self, songs=[]):  # noqa: B006
        self._songs = songs if songs == [] else list(songs)

    def add(self, song):
        self._songs.append(song)

    def __len__(self):
        return len(self._songs)

    def __iter__(self):
        return iter(self._songs)

    def __reversed__(self):
        return reversed(self._songs)
