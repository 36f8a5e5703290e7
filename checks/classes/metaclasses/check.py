"""A metaclass that registers the classes it makes."""
import random

from answer import Registry


def root(name="Root", **namespace):
    return Registry(name, (), namespace)


def derive(*bases, name, **keywords):
    """Define a class with the given keywords in its head."""
    return Registry(name, bases, {}, **keywords)


def defined(*bases, name, **keywords):
    """Define a class; return its name or that of the exception."""
    try:
        return derive(*bases, name=name, **keywords).__name__
    except (TypeError, ValueError) as error:
        return type(error).__name__


def entries(cls):
    """Return what a registry holds: keys in order, with the names of the classes."""
    return [(key, value.__name__) for key, value in cls.registry.items()]


class Strict:
    """Notes the keyword of its subclasses and refuses a negative one."""

    def __init_subclass__(cls, size=0, **keywords):
        super().__init_subclass__(**keywords)
        if size < 0:
            raise ValueError("negative size")
        cls.size = size


class Wine:
    """An ordinary class that has an attribute of this name for something else."""

    registry = "of wines"


def families(seed, count):
    chance = random.Random(seed)
    for _ in range(count):
        names = chance.choices("abcdefghAB", k=9)
        yield [(name, chance.random(), chance.random() < 0.8) for name in names]


def grow(steps):
    """Define classes, each under a random earlier one; return the refused and the registry."""
    classes = [root()]
    outcomes = []
    for name, place, register in steps:
        parent = classes[int(place * len(classes))]
        try:
            classes.append(derive(parent, name=name, register=register))
        except TypeError:
            outcomes.append(name)
    return outcomes, entries(classes[0])


def sample_registered():
    """
    >>> class Exporter(metaclass=Registry): pass
    >>> class Csv(Exporter): pass
    >>> class Html(Exporter): pass
    >>> sorted(Exporter.registry), Exporter.registry["csv"].__name__
    (['csv', 'html'], 'Csv')
    """


def sample_left_out():
    """
    >>> class Exporter(metaclass=Registry): pass
    >>> class Text(Exporter, register=False): pass
    >>> class Csv(Text): pass
    >>> sorted(Exporter.registry)
    ['csv']
    """


def case_root_is_not_registered():
    """A root starts with an empty registry, which its subclasses share.

    >>> base = root("Exporter")
    >>> entries(base)
    []
    >>> csv = derive(base, name="Csv")
    >>> entries(base), entries(csv), csv.registry is base.registry
    ([('csv', 'Csv')], [('csv', 'Csv')], True)
    """


def case_any_depth():
    """Children, grandchildren and classes with several bases are registered in order.

    >>> base = root("Exporter")
    >>> text = derive(base, name="Text")
    >>> csv = derive(text, name="Csv")
    >>> both = derive(csv, derive(base, name="Binary"), name="BothWays")
    >>> entries(base)
    [('text', 'Text'), ('csv', 'Csv'), ('binary', 'Binary'), ('bothways', 'BothWays')]
    >>> mixed = derive(Strict, base, name="Mixed")
    >>> sorted(base.registry), base.registry["csv"]().__class__.__name__
    (['binary', 'bothways', 'csv', 'mixed', 'text'], 'Csv')
    """


def case_two_roots():
    """Each root has a registry of its own; the same name may stand in both.

    >>> first, second = root("Importer"), root("Exporter")
    >>> one, two = derive(first, name="Csv"), derive(second, name="Csv")
    >>> three = derive(second, name="Html")
    >>> entries(first), entries(second), first.registry["csv"] is one, second.registry["csv"] is two
    ([('csv', 'Csv')], [('csv', 'Csv'), ('html', 'Html')], True, True)
    """


def case_ordinary_base():
    """A root may inherit from ordinary classes, whatever attributes they have.

    >>> base = derive(Wine, name="Root")
    >>> red = derive(base, name="Red")
    >>> entries(base), entries(red), Wine.registry
    ([('red', 'Red')], [('red', 'Red')], 'of wines')
    """


def case_left_out_is_not_inherited():
    """`register=False` leaves out one class, not those below it; nor does it change the class.

    >>> base = root()
    >>> left = derive(base, name="Left", register=False)
    >>> under = derive(left, name="Under")
    >>> out = derive(under, name="Out", register=False)
    >>> deep = derive(out, name="Deep", register=True)
    >>> entries(base), hasattr(left, "register")
    ([('under', 'Under'), ('deep', 'Deep')], False)
    """


def case_same_name_twice():
    """A second class of the same name is a TypeError at once, and the first one stays.

    >>> base = root()
    >>> first = derive(base, name="Csv")
    >>> defined(base, name="Csv"), defined(first, name="CSV"), defined(base, name="csv")
    ('TypeError', 'TypeError', 'TypeError')
    >>> defined(base, name="Csv", register=False), entries(base), base.registry["csv"] is first
    ('Csv', [('csv', 'Csv')], True)
    """


def case_other_keywords():
    """Keywords that are not yours reach `__init_subclass__`.

    >>> base = derive(Strict, name="Base")
    >>> big, left = derive(base, name="Big", size=7), derive(base, name="L", size=8, register=False)
    >>> base.size, big.size, left.size, entries(base)
    (0, 7, 8, [('big', 'Big')])
    >>> defined(base, name="Odd", colour="red"), defined(root(), name="Odd", size=1)
    ('TypeError', 'TypeError')
    """


def case_failing_class():
    """A class whose definition fails leaves no entry, and its name is free.

    >>> base = derive(Strict, name="Base")
    >>> defined(base, name="Small", size=-1), entries(base)
    ('ValueError', [])
    >>> defined(base, name="Small", size=1), entries(base)
    ('Small', [('small', 'Small')])
    """


def case_classes_as_usual():
    """Attributes, methods, instances and the type of the class are as one expects.

    >>> class Exporter(metaclass=Registry):
    ...     suffix = ".txt"
    ...     def name(self, stem): return stem + self.suffix
    >>> class Csv(Exporter):
    ...     suffix = ".csv"
    ...     def __init__(self, sign=","): self.sign = sign
    >>> Csv(";").sign, Csv().name("table"), Exporter().name("note"), Csv.__mro__[1].__name__
    (';', 'table.csv', 'note.txt', 'Exporter')
    >>> type(Csv).__name__, isinstance(Exporter, Registry), type(Csv()).__name__, Csv.__qualname__
    ('Registry', True, 'Csv', 'Csv')
    """


def case_random():
    """Some family of classes is registered wrongly.

    >>> for steps in families(seed, 20): grow(steps)  # doctest: +REFERENCE
    """
