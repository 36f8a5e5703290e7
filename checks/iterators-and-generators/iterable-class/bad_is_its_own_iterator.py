class Playlist:
    """Songs that can be gone over again and again."""

    def __init__(self, songs=()):
        self._songs = list(songs)
        self._index = 0

    def add(self, song):
        self._songs.append(song)

    def __len__(self):
        return len(self._songs)

    def __iter__(self):
        return self

    def __next__(self):
        if self._index == len(self._songs):
            raise StopIteration
        self._index += 1
        return self._songs[self._index - 1]

    def __reversed__(self):
        return reversed(self._songs)
