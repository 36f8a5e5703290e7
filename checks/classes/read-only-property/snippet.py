from contextlib import suppress


class Playlist:
    def __init__(self, songs):
        self._songs = songs

    @property
    def songs(self):
        return self._songs


playlist = Playlist(["intro"])
playlist.songs.append("finale")
print(playlist.songs)
for target in (playlist, Playlist):
    with suppress(AttributeError):
        target.songs = ["other"]
    print(playlist.songs)
print(playlist._songs)
