"""A class that can be iterated over."""
import itertools
import random

from answer import Playlist


def first_of(iterable, count=6):
    """At most so many items, lest an endless one takes for ever."""
    return list(itertools.islice(iterable, count))


def grown(songs, more):
    """A playlist that is made from songs and gets more one by one; what is in it."""
    playlist = Playlist(songs)
    for song in more:
        playlist.add(song)
    pairs = [a + b for a, b in itertools.islice(itertools.product(playlist, playlist), 30)]
    return first_of(playlist, 20), len(playlist), pairs, first_of(reversed(playlist), 20)


def random_songs(seed, count):
    rng = random.Random(seed)
    for _ in range(count):
        yield rng.choices("abcde", k=rng.randrange(5)), rng.choices("xyz", k=rng.randrange(4))


def sample_two_loops():
    """
    >>> playlist = Playlist(["intro", "finale"])
    >>> [song for song in playlist], [song.upper() for song in playlist]
    (['intro', 'finale'], ['INTRO', 'FINALE'])
    """


def sample_len_in_reversed():
    """
    >>> playlist = Playlist(["intro", "waltz"])
    >>> playlist.add("finale")
    >>> len(playlist), "waltz" in playlist, list(reversed(playlist))
    (3, True, ['finale', 'waltz', 'intro'])
    """


def case_again_and_again():
    """Each loop must give all songs, from the first on.

    >>> playlist = Playlist("bca")
    >>> first_of(playlist), first_of(playlist), sorted(playlist), max(playlist), "".join(playlist)
    (['b', 'c', 'a'], ['b', 'c', 'a'], ['a', 'b', 'c'], 'c', 'bca')
    """


def case_loop_within_a_loop():
    """A loop within a loop must not disturb the outer one.

    >>> playlist = Playlist(["x", "y", "z"])
    >>> first_of((a + b for a in playlist for b in playlist), 12)
    ['xx', 'xy', 'xz', 'yx', 'yy', 'yz', 'zx', 'zy', 'zz']
    """


def case_independent_iterators():
    """`iter` gives a new iterator each time, and it is another object than the playlist.

    >>> playlist = Playlist([1, 2, 3])
    >>> left, right = iter(playlist), iter(playlist)
    >>> [next(left), next(left), next(right), next(left), next(right), next(left, "end")]
    [1, 2, 1, 3, 2, 'end']
    >>> iter(left) is left, left is playlist, left is right
    (True, False, False)
    >>> next(playlist)
    Traceback (most recent call last):
    TypeError
    """


def case_left_early():
    """A loop that was left early leaves nothing behind: the next one begins at the beginning.

    >>> playlist = Playlist([7, 8, 9])
    >>> for song in playlist:
    ...     if song == 8:
    ...         break
    >>> song, first_of(playlist)
    (8, [7, 8, 9])
    """


def case_reversed():
    """`reversed` gives an iterator from the end, and the playlist stays as it is.

    >>> playlist = Playlist([1, 2, 3])
    >>> backwards = reversed(playlist)
    >>> next(backwards), next(backwards), first_of(playlist), first_of(reversed(playlist))
    (3, 2, [1, 2, 3], [3, 2, 1])
    >>> next(backwards), first_of(playlist)
    (1, [1, 2, 3])
    """


def case_membership():
    """`in` finds what is equal to a song, and nothing else.

    >>> playlist = Playlist(["a", 1, None])
    >>> [x for x in ("a", 1.0, "b", None, 2, 1, "A") if x in playlist]
    ['a', 1.0, None, 1]
    """


def case_own_copy():
    """The playlist has its own songs: neither side sees what the other does later.

    >>> songs = ["a", "b"]
    >>> playlist = Playlist(songs)
    >>> songs.append("c"); songs[0] = "z"
    >>> playlist.add("d")
    >>> first_of(playlist), songs
    (['a', 'b', 'd'], ['z', 'b', 'c'])
    """


def case_from_a_generator():
    """A generator can be gone over once, the playlist made from it as often as one likes.

    >>> playlist = Playlist(n * n for n in range(4))
    >>> first_of(playlist), len(playlist), first_of(playlist), first_of(reversed(playlist))
    ([0, 1, 4, 9], 4, [0, 1, 4, 9], [9, 4, 1, 0])
    """


def case_adding():
    """Songs are added at the end, the same one as often as you like.

    >>> songs, length, pairs, backwards = grown("ab", "cb")
    >>> songs, length, "".join(pairs), backwards
    (['a', 'b', 'c', 'b'], 4, 'aaabacabbabbbcbbcacbcccbbabbbcbb', ['b', 'c', 'b', 'a'])
    """


def case_added_during_a_loop():
    """A song that is added during a loop is reached by it, as with a list.

    >>> playlist, heard = Playlist(["a", "b"]), []
    >>> for song in itertools.islice(playlist, 9):
    ...     heard.append(song)
    ...     if song == "a":
    ...         playlist.add("c")
    >>> heard, len(playlist)
    (['a', 'b', 'c'], 3)
    """


def case_empty():
    """A playlist may be empty, and be made without an argument.

    >>> playlist = Playlist()
    >>> first_of(playlist), len(playlist), None in playlist, first_of(reversed(playlist))
    ([], 0, False, [])
    >>> len(Playlist([])), first_of(Playlist(""))
    (0, [])
    """


def case_two_playlists():
    """Playlists share nothing.

    >>> left, right = Playlist(), Playlist()
    >>> left.add("l")
    >>> right.add("r"); left.add("l2")
    >>> first_of(left), first_of(right), first_of(Playlist())
    (['l', 'l2'], ['r'], [])
    """


def case_random():
    """Some playlist gives the wrong songs.

    >>> for songs, more in random_songs(seed, 20): grown(songs, more)  # doctest: +REFERENCE
    """
