class Playlist:
    def __init__(self, songs=()):
        self._songs = list(songs)

    def add(self, song):
        self._songs.append(song)

    def __len__(self):
        return len(self._songs)

    def __getitem__(self, index):
        return self._songs[index % len(self._songs)]
