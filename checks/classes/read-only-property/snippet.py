class Playlist:
    def __init__(self, songs):
        self._songs = songs

    @property
    def songs(self):
        return self._songs


playlist = Playlist(["intro"])
try:
    playlist.songs = []
    print("assigned")
except AttributeError:
    print("refused")
playlist.songs.append("finale")
print(playlist.songs)
playlist._songs = ["other"]
print(playlist.songs)
Playlist.songs = "gone"
print(playlist.songs)
