"""Find the longest stretch of a string in which no character repeats."""
import random

from answer import longest

FIRST_WIDE_CHARACTER = 0x10000


class CountedText(str):
    """A string that counts the characters it hands out."""

    read = 0
    __slots__ = ()

    def __iter__(self):
        for character in super().__iter__():
            CountedText.read += 1
            yield character

    def __getitem__(self, index):
        found = super().__getitem__(index)
        CountedText.read += len(found)
        return found


def wide_block(size):
    """As many different characters as you like."""
    return "".join(map(chr, range(FIRST_WIDE_CHARACTER, FIRST_WIDE_CHARACTER + size)))


def wide_text(size):
    """Half a block, the whole block, and half of it again."""
    block = wide_block(size)
    half = block[: size // 2]
    return half + block + half


def characters_read(text):
    CountedText.read = 0
    longest(CountedText(text))
    return CountedText.read


def random_texts(seed, count):
    rng = random.Random(seed)
    for _ in range(count):
        yield "".join(rng.choices("abcdefgh"[: rng.randrange(1, 9)], k=rng.randrange(14)))


def growing(size):
    """The longest stretch is half the text, and every other one is as long."""
    return longest, wide_block(size // 2) * 2


def sample_breeze():
    """
    >>> longest("breeze")
    'bre'
    """


def sample_empty_string():
    """
    >>> longest("")
    ''
    """


def case_one_character_again_and_again():
    """A single character is a stretch without repeats, however often it follows itself.

    >>> longest("b"), longest("bbbb"), longest("zzy")
    ('b', 'b', 'zy')
    """


def case_rest_of_the_window_stays():
    """After a repeat, keep what follows the earlier occurrence: it is still without repeats.

    >>> longest("xyxz"), longest("tacocats")
    ('yxz', 'ocats')
    """


def case_start_never_moves_back():
    """An earlier occurrence that lies before the window is history: the start moves forward only.

    >>> longest("abba"), longest("abcbda")
    ('ab', 'cbda')
    """


def case_several_characters_leave_at_once():
    """A repeat in the middle of the window drops everything up to it, not only one character.

    >>> longest("abcb"), longest("planetary")
    ('abc', 'planet')
    """


def case_first_of_equals():
    """Of several longest stretches the first is wanted.

    >>> longest("toot"), longest("oneone"), longest("robot")
    ('to', 'one', 'rob')
    """


def case_longest_at_the_end():
    """The last stretch ends with the string and not with a repeat; it counts too.

    >>> longest("waltz"), longest("aabcd"), longest("eel")
    ('waltz', 'abcd', 'el')
    """


def case_characters_stand_together():
    """A stretch is a slice of the string: you may not leave out what repeats.

    >>> longest("abacaba"), longest("kiwi"), longest("pepper and salt")
    ('bac', 'kiw', 'per and')
    """


def case_every_character_is_itself():
    """Capitals, digits and spaces are characters like any other, and `a` is not `A`.

    >>> longest("aAbBaA"), longest("10 01 10"), longest("a b c")
    ('aAbB', '10 ', 'a b')
    """


def case_characters_beyond_ascii():
    """A string may hold any character, so a table of 128 or 256 places is too small.

    >>> longest("mañana"), longest("日本日記"), longest("😀😅😀😅🎉")
    ('mañ', '本日記', '😀😅🎉')
    """


def case_random():
    """Some text came out wrong: move a window over abcadb on paper, one character at a time.

    >>> for text in random_texts(seed, 60): longest(text)  # doctest: +REFERENCE
    """


def case_characters_read():
    """Do not go over the same characters again and again, nor copy them at each step.

    >>> characters_read("abcdefghij" * 200)  # doctest: +BETWEEN
    (2000, 16000)
    >>> characters_read(wide_block(2000))  # doctest: +BETWEEN
    (2000, 16000)
    """


def case_long_window():
    """A window can be as long as the string: each step must cost the same, however long it is.

    >>> found = longest(wide_text(400_000))
    >>> len(found), ord(found[0]) - FIRST_WIDE_CHARACTER, ord(found[-1]) - FIRST_WIDE_CHARACTER
    (400000, 0, 399999)
    """
