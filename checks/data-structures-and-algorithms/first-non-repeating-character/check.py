"""Find the first character that occurs only once."""
import random

from answer import first_unique


class CountedText(str):
    """A string that counts how many of its characters are read."""

    reads = 0

    def __iter__(self):
        for char in super().__iter__():
            CountedText.reads += 1
            yield char

    def __getitem__(self, index):
        part = super().__getitem__(index)
        CountedText.reads += len(part)
        return part


def counted(name):
    """A search is charged as one look at the whole text."""
    search = getattr(str, name)

    def method(self, *args):
        CountedText.reads += len(self)
        return search(self, *args)

    return method


for search_name in ("__contains__", "count", "find", "index", "rfind", "rindex"):
    setattr(CountedText, search_name, counted(search_name))


def characters_read(text):
    CountedText.reads = 0
    first_unique(CountedText(text))
    return CountedText.reads


def alphabet(size, start=0x20000):
    """That many different characters."""
    return "".join(map(chr, range(start, start + size)))


def texts(seed, count):
    rng = random.Random(seed)
    for _ in range(count):
        yield "".join(rng.choices("abcdABC ", k=rng.randrange(14)))


def growing(size):
    """Each character comes twice, half a text later."""
    return first_unique, alphabet(size // 2) * 2


def sample_in_the_middle():
    """
    >>> first_unique("swiss")
    'w'
    """


def sample_several_candidates():
    """
    >>> first_unique("banana split")
    'b'
    """


def case_first_of_several():
    """If several characters occur once, the one that stands first in the string is wanted.

    >>> first_unique("programming"), first_unique("aabbzyx"), first_unique("dcba")
    ('p', 'z', 'd')
    """


def case_last_character():
    """The only unique character can be the last one.

    >>> first_unique("abab!"), first_unique("xxyyz")
    ('!', 'z')
    """


def case_nothing_is_unique():
    """If no character occurs just once, the answer is None.

    >>> first_unique("abba"), first_unique("zz")
    (None, None)
    """


def case_empty_and_one_character():
    """An empty string has no unique character, a string of one character has one.

    >>> first_unique(""), first_unique("q"), first_unique("0")
    (None, 'q', '0')
    """


def case_three_times_is_not_once():
    """A third occurrence must not make a character unique again.

    >>> first_unique("aaab"), first_unique("abcabcabcd"), first_unique("eee")
    ('b', 'd', None)
    """


def case_repeats_lie_before_or_after():
    """A character may repeat one that came before it: it is not enough to look at what follows.

    >>> first_unique("xxy"), first_unique("abacbd"), first_unique("abcbad")
    ('y', 'c', 'c')
    """


def case_upper_and_lower_case_differ():
    """`A` and `a` are two characters, and the answer keeps the case it had.

    >>> first_unique("aA"), first_unique("Success"), first_unique("ABBa")
    ('a', 'S', 'A')
    """


def case_spaces_digits_and_signs_count():
    r"""Every character counts, also spaces, digits, signs and line ends.

    >>> first_unique("to to"), first_unique("1-2-1"), first_unique("a\na\tb\n")
    (' ', '2', '\t')
    """


def case_characters_are_code_points():
    r"""A character is one code point: no table of letters, no normalising.

    >>> first_unique("\u4f60\u597d\u4f60"), first_unique("\U0001f600x\U0001f600")
    ('\u597d', 'x')
    >>> first_unique("\u00e9e\u0301e"), first_unique("e\u0301e")
    ('\u00e9', '\u0301')
    """


def case_characters_read():
    """Reading the string two or three times is enough: do not search it again for each character.

    >>> characters_read(alphabet(500) * 2)                   # doctest: +BETWEEN
    (1000, 10000)
    >>> characters_read("ab" * 1000)                         # doctest: +BETWEEN
    (2000, 20000)
    """


def case_three_hundred_thousand_characters():
    """A long string of many different characters must not take quadratic time.

    >>> letters = alphabet(150_000)
    >>> hex(ord(first_unique(letters + letters[:-1])))
    '0x449ef'
    >>> first_unique(letters[::-1] + letters)
    """


def case_random():
    """Your answer is wrong for some short string of letters and spaces: try a few by hand.

    >>> for text in texts(seed, 20): first_unique(text)      # doctest: +REFERENCE
    """
