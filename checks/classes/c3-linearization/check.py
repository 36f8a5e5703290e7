"""The order of classes in a hierarchy."""
import ast
import random

from answer import c3

DIAMOND = {"D": ["B", "C"], "B": ["A"], "C": ["A"]}
ZIGZAG = {
    "O": [], "A": ["O"], "B": ["O"], "C": ["O"], "D": ["O"], "E": ["O"],
    "K1": ["A", "B", "C"], "K2": ["D", "B", "E"], "K3": ["D", "A"], "Z": ["K1", "K2", "K3"],
}
LEVELS = {
    "O": [], "D": ["O"], "E": ["O"], "F": ["O"], "B": ["D", "E"], "C": ["D", "F"], "A": ["B", "C"],
    "E2": ["O"], "B2": ["E2", "D"], "C2": ["D", "F"], "A2": ["B2", "C2"],
}
TWISTED = {"X": ["A", "B"], "Y": ["B", "A"], "Z": ["X", "Y"], "B2": ["A"], "W": ["A", "B2"]}


def joined(name, parents):
    return " ".join(c3(name, parents))


def outcome(name, parents):
    """Return the order in one text, or the name of the exception."""
    try:
        return joined(name, parents)
    except ValueError as error:
        return type(error).__name__


def outcomes(names, parents):
    return [outcome(name, parents) for name in names]


def ladder(levels):
    """Two classes on each level, both with the two of the level below as bases."""
    parents = {"L0": [], "R0": []}
    for level in range(1, levels):
        below = [f"L{level - 1}", f"R{level - 1}"]
        parents[f"L{level}"], parents[f"R{level}"] = below[:], below[:]
    return parents


def hierarchies(seed, count):
    """Yield dicts of eight classes, each with some of the earlier ones as bases, newest first."""
    chance = random.Random(seed)
    for _ in range(count):
        parents = {}
        for name in "abcdefgh":
            wanted = chance.choice([0, 1, 2, 2, 3])
            bases = chance.sample(sorted(parents), min(len(parents), wanted))
            if chance.random() < 0.8:
                bases.sort(reverse=True)
            parents[name] = bases
        yield parents


def classes_used(tree):
    """Return what a program uses to let Python work out the order."""
    used = set()
    for node in ast.walk(tree):
        match node:
            case ast.ClassDef(bases=bases) if any(isinstance(base, ast.Starred) for base in bases):
                used.add("class")
            case ast.Name(id="type"):
                used.add("type")
            case ast.Attribute(attr=name) | ast.alias(name=name) | ast.ImportFrom(module=str(name)):
                used.add(name)
    return sorted(used & {"class", "type", "types", "new_class", "mro", "__mro__", "_c3_merge"})


def sample_diamond():
    """
    >>> c3("D", {"D": ["B", "C"], "B": ["A"], "C": ["A"]})
    ['D', 'B', 'C', 'A']
    """


def sample_no_order():
    """
    >>> c3("Z", {"X": ["A", "B"], "Y": ["B", "A"], "Z": ["X", "Y"]})
    Traceback (most recent call last):
    ValueError
    """


def case_simple():
    """A class without bases is its own order; a chain is followed upwards.

    >>> c3("A", {}), c3("A", {"A": []}), c3("Z", DIAMOND)
    (['A'], ['A'], ['Z'])
    >>> joined("A", {"A": ["B"], "B": ["C"], "C": ["D"]}), joined("B", {"A": ["B"], "B": ["C"]})
    ('A B C D', 'B C')
    >>> joined("A", {"A": ["B", "C", "D"]})
    'A B C D'
    """


def case_diamonds():
    """A common base comes after everything that derives from it.

    >>> joined("D", DIAMOND), joined("B", DIAMOND)
    ('D B C A', 'B A')
    >>> joined("F", {**DIAMOND, "E": ["A"], "F": ["D", "E"]})
    'F D B C E A'
    >>> joined("Z", ZIGZAG), joined("K2", ZIGZAG)
    ('Z K1 K2 K3 D A B C E O', 'K2 D B E O')
    """


def case_levels():
    """Neither depth nor level decides, but the merge of the orders of the bases.

    >>> joined("A", LEVELS), joined("A2", LEVELS)
    ('A B C D E F O', 'A2 B2 E2 C2 D F O')
    >>> joined("M", {"P": ["Q"], "Q": ["R"], "M": ["P", "S"], "S": ["T"]})
    'M P Q R S T'
    """


def case_local_order():
    """Bases keep the order in which each class lists them.

    >>> joined("M", {"M": ["B", "A"]}), joined("N", {"N": ["M", "B"], "M": ["A", "B"]})
    ('M B A', 'N M A B')
    >>> outcome("N", {"N": ["B", "M"], "M": ["B", "A"]})
    'ValueError'
    >>> outcome("N", {"N": ["A", "M"], "M": ["A"]}), outcome("N", {"N": ["M", "A"], "M": ["A"]})
    ('ValueError', 'N M A')
    """


def case_no_order():
    """If the orders contradict each other there is none; other classes of the dict still have one.

    >>> [outcome(name, TWISTED) for name in ("X", "Y", "Z", "W", "B2")]
    ['X A B', 'Y B A', 'ValueError', 'ValueError', 'B2 A']
    >>> outcome("V", {**TWISTED, "V": ["Q", "Z"]}), outcome("V", {**TWISTED, "V": ["Q", "X"]})
    ('ValueError', 'V Q X A B')
    >>> outcome("S", {"S": ["P", "Q"], "P": ["O", "A"], "Q": ["A", "O"], "A": [], "O": []})
    'ValueError'
    """


def case_listed_twice():
    """A class cannot have the same base twice.

    >>> [outcome("A", {"A": bases}) for bases in (["B", "B"], ["B", "C", "B"], ["B", "C"])]
    ['ValueError', 'ValueError', 'A B C']
    """


def case_dict_stays_as_it_was():
    """The dict belongs to the caller: after the call it holds the same lists.

    >>> parents = {"D": ["B", "C"], "B": ["A"], "C": ["A"]}
    >>> joined("D", parents), joined("D", parents)
    ('D B C A', 'D B C A')
    >>> parents
    {'D': ['B', 'C'], 'B': ['A'], 'C': ['A']}
    """


def case_two_dicts():
    """The same names may mean other classes in another dict.

    >>> joined("D", DIAMOND), joined("D", {"D": ["C", "A"], "C": ["B"]}), joined("B", {"B": ["X"]})
    ('D B C A', 'D C B A', 'B X')
    """


def case_many_ways():
    """Sixty levels double the ways sixty times: work out each class once.

    >>> order = c3("L59", ladder(60))
    >>> len(order), order[:4], order[-4:]
    (119, ['L59', 'L58', 'R58', 'L57'], ['L1', 'R1', 'L0', 'R0'])
    """


def case_random():
    """Some hierarchy comes out in another order, or is refused or accepted wrongly.

    >>> for tree in hierarchies(seed, 40): outcomes("efgh", tree)  # doctest: +REFERENCE
    """


def source_without_classes():
    """The interviewer wants the merge written out, not read from real classes.

    >>> classes_used(tree)
    []
    """
