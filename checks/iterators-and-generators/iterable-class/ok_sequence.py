from collections.abc import Sequence


class Playlist(Sequence):
    """Songs that can be gone over again and again."""

    def __init__(self, songs=()):
        self._songs = [*songs]

    def add(self, song):
        self._songs.append(song)

    def __len__(self):
        return len(self._songs)

    def __getitem__(self, index):
        return self._songs[index]
