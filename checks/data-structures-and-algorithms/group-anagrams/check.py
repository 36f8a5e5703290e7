"""Group words that are anagrams of each other."""
import random
from itertools import product

from answer import group


class CountedWord(str):
    """A word that counts the letters it hands out."""

    reads = 0
    __slots__ = ()

    def __iter__(self):
        for letter in super().__iter__():
            CountedWord.reads += 1
            yield letter

    def __getitem__(self, index):
        found = super().__getitem__(index)
        CountedWord.reads += len(found)
        return found


def letters_read(count):
    """How many letters are read to group `count` words of three letters."""
    words = [CountedWord(f"{number:03}") for number in range(count)]
    CountedWord.reads = 0
    group(words)
    return CountedWord.reads


def many_words(size):
    """Words of a, b and c in every amount below `size`, then each word backwards."""
    amounts = product(range(size), repeat=3)
    words = ["a" * first + "b" * second + "c" * third for first, second, third in amounts]
    return words + [word[::-1] for word in words]


def random_words(seed, count):
    rng = random.Random(seed)
    for _ in range(count):
        lengths = rng.choices(range(5), k=rng.randrange(15))
        yield ["".join(rng.choices("abAé", k=length)) for length in lengths]


def growing(size):
    """Words of three letters, most of them with an anagram."""
    return group, [f"{number % 1000:03}" for number in range(size)]


def sample_three_groups():
    """
    >>> group(["listen", "stone", "silent", "tango", "enlist", "notes"])
    [['listen', 'silent', 'enlist'], ['stone', 'notes'], ['tango']]
    """


def sample_no_words():
    """
    >>> group([])
    []
    """


def case_order_of_first_appearance():
    """A group stands where its first word stood, and keeps its words in the order they came.

    >>> group(["zoo", "god", "act", "ozo", "dog", "cat", "ooz"])
    [['zoo', 'ozo', 'ooz'], ['god', 'dog'], ['act', 'cat']]
    """


def case_same_letters_in_other_amounts():
    """How often a letter occurs matters, not only whether it does.

    >>> group(["aab", "abb", "baa", "ab"])
    [['aab', 'baa'], ['abb'], ['ab']]
    """


def case_letters_that_add_up_to_the_same():
    """Different letters can give the same sum, product or sum of squares: compare the letters.

    >>> group(["ad", "bc", "da", "ccc", "bcd"])
    [['ad', 'da'], ['bc'], ['ccc'], ['bcd']]
    >>> group(["ln", "cx", "nl", "hale", "bjck", "heal"])
    [['ln', 'nl'], ['cx'], ['hale', 'heal'], ['bjck']]
    """


def case_repeated_words():
    """A word that comes twice stays in its group twice.

    >>> group(["tip", "pit", "tip", "top", "tip"])
    [['tip', 'pit', 'tip', 'tip'], ['top']]
    """


def case_empty_and_one_letter_words():
    """The empty word is a word, and every empty word is an anagram of it.

    >>> group(["", "a", "", "b", "a"])
    [['', ''], ['a', 'a'], ['b']]
    """


def case_capital_letters():
    """A capital is not the same letter as its small form; check what your key makes of both.

    >>> group(["tea", "Tea", "eat", "ane", "aTe"])
    [['tea', 'eat'], ['Tea', 'aTe'], ['ane']]
    """


def case_spaces_and_signs():
    """Every character counts, spaces and hyphens too.

    >>> group(["a bc", "abc", "c ab", "a-bc", "cab"])
    [['a bc', 'c ab'], ['abc', 'cab'], ['a-bc']]
    """


def case_letters_beyond_ascii():
    """A letter is any character of a string, not only a to z, and a character is not a byte.

    >>> group(["été", "éét", "ete", "ßa", "aß", "ĉé", "ĩÉ", "мир", "рим"])
    [['été', 'éét'], ['ete'], ['ßa', 'aß'], ['ĉé'], ['ĩÉ'], ['мир', 'рим']]
    """


def case_composed_and_decomposed_accents():
    r"""Compare characters as they are: one é differs from an e followed by an accent.

    >>> group(["\u00e9t", "e\u0301t", "t\u00e9"])
    [['\u00e9t', 't\u00e9'], ['e\u0301t']]
    """


def case_input_is_left_alone():
    """The list of words belongs to the caller: do not sort or empty it.

    >>> words = ["on", "at", "no", "ta"]
    >>> group(words), words
    ([['on', 'no'], ['at', 'ta']], ['on', 'at', 'no', 'ta'])
    """


def case_long_words():
    """Twelve letters have more than a hundred million arrangements: do not try them.

    >>> group(["conversation", "conservation", "conservations"])
    [['conversation', 'conservation'], ['conservations']]
    """


def case_random():
    """Some list came out wrong: try two short words that share letters, and one of them twice.

    >>> for words in random_words(seed, 20): group(words)  # doctest: +REFERENCE
    """


def case_each_word_is_read_once_or_so():
    """Give each word a key once; do not compare it with every other word.

    >>> letters_read(200)  # doctest: +BETWEEN
    (600, 6000)
    """


def case_sixty_thousand_words():
    """With thousands of groups, looking through all of them for each word takes far too long.

    >>> found = group(many_words(31))
    >>> len(found), found[32], found[993]
    (29791, ['bc', 'cb'], ['abc', 'cba'])
    """
