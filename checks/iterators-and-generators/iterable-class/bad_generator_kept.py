from itertools import chain


class Playlist:
    def __init__(self, songs=()):
        self._songs = iter(songs)

    def add(self, song):
        self._songs = chain(self._songs, [song])

    def __len__(self):
        return sum(1 for _ in self._songs)

    def __iter__(self):
        return self._songs

    def __reversed__(self):
        return reversed(list(self._songs))
