"""A class made by a call."""
import ast

from answer import make_class


class Meta(type):
    """Notes what it is asked to do, in the order in which it is asked."""

    log = ()

    @classmethod
    def __prepare__(mcls, name, bases, **keywords):
        Meta.log += (f"prepare {name}",)
        return {}

    def __new__(mcls, name, bases, namespace):
        Meta.log += (f"new {name} in {namespace.get('__module__')} with {namespace.get('size')}",)
        return super().__new__(mcls, name, bases, namespace)

    def __init__(cls, name, bases, namespace):
        Meta.log += (f"init {name} with {cls.size}",)
        super().__init__(name, bases, namespace)


class OtherMeta(type):
    pass


class Plain:
    def hello(self):
        return f"{type(self).__name__} says {self.word}"


class Base:
    """Notes what each subclass looks like when it is announced."""

    seen = ()

    def __init_subclass__(cls):
        size = getattr(cls, "size", "nothing")
        Base.seen += (f"{cls.__name__} from {cls.__module__} with {size}",)


Made = OtherMeta("Made", (), {})
Root = type.__new__(Meta, "Root", (), {"size": 0})


class Field:
    """A descriptor that learns the name and the owner it is given."""

    def __set_name__(self, owner, name):
        self.told = f"{owner.__name__}.{name}"

    def __get__(self, instance, owner):
        return getattr(self, "told", "told nothing")


def quick(name="Quick", bases=(), module="shop", **namespace):
    return make_class(name, bases, namespace, module)


def mro(cls):
    return [each.__name__ for each in cls.__mro__]


def steps(action):
    """Return what the metaclass noted while the action ran."""
    before = len(Meta.log)
    action()
    return list(Meta.log[before:])


def announced(action):
    before = len(Base.seen)
    action()
    return list(Base.seen[before:])


def forbidden(tree):
    """Return the ways around `type` that a program uses."""
    used = set()
    for node in ast.walk(tree):
        match node:
            case ast.ClassDef():
                used.add("class")
            case ast.Name(id="exec" | "eval" | "compile" as name):
                used.add(name)
            case ast.alias(name=name) | ast.ImportFrom(module=str(name)):
                used.add(name)
    return sorted(used & {"class", "exec", "eval", "compile", "types", "builtins", "importlib"})


def sample_class():
    """
    >>> Point = make_class("Point", (), {"x": 3, "double": lambda self: self.x * 2}, "shapes")
    >>> Point.__name__, Point.x, Point().double(), type(Point).__name__
    ('Point', 3, 6, 'type')
    """


def sample_module():
    """
    >>> make_class("Point", (), {}, "shapes").__module__
    'shapes'
    """


def case_bases_and_order():
    """The bases are what was given, in that order; without any it is `object`.

    >>> mro(quick("Lone")), quick("Lone").__bases__[0].__name__
    (['Lone', 'object'], 'object')
    >>> Two = quick("Two", (Plain, Base), word="hi")
    >>> mro(Two), Two().hello(), isinstance(Two(), Base), [base.__name__ for base in Two.__bases__]
    (['Two', 'Plain', 'Base', 'object'], 'Two says hi', True, ['Plain', 'Base'])
    >>> quick("Number", (int,), unit="m")(7) + 1
    8
    """


def case_values_are_the_objects():
    """What stands in the namespace becomes an attribute, the very same object.

    >>> items = [1, 2]
    >>> Holder = quick("Holder", items=items, call=staticmethod(len), make=classmethod(mro))
    >>> items.append(3)
    >>> Holder.items, Holder.call("four"), Holder.make(), Holder.__doc__
    ([1, 2, 3], 4, ['Holder', 'object'], None)
    >>> quick("Documented", __doc__="What it is.").__doc__
    'What it is.'
    """


def case_callers_dict():
    """The caller's dict is not changed, and later changes to it do not reach the class.

    >>> namespace = {"x": 1}
    >>> One = make_class("One", (), namespace, "shop")
    >>> Two = make_class("Two", (Root,), {**namespace, "size": 5}, "shop")
    >>> namespace
    {'x': 1}
    >>> namespace["x"] = 2
    >>> namespace["y"] = 3
    >>> One.x, hasattr(One, "y"), One.__module__, Two.__module__
    (1, False, 'shop', 'shop')
    >>> One.z = 4
    >>> sorted(namespace)
    ['x', 'y']
    """


def case_module_and_qualname():
    """The module is the one that was asked for; the qualified name is the name unless given.

    >>> One = quick("One", module="a.b", __module__="elsewhere")
    >>> One.__module__, One.__qualname__, repr(One)
    ('a.b', 'One', "<class 'a.b.One'>")
    >>> Inner = quick("Inner", __qualname__="Outer.Inner")
    >>> Inner.__qualname__, Inner.__name__, repr(Inner)
    ('Outer.Inner', 'Inner', "<class 'shop.Outer.Inner'>")
    """


def case_descriptors_learn_their_names():
    """A descriptor in the namespace is told its name and its class.

    >>> Shop = quick("Shop", price=Field(), weight=Field())
    >>> Shop.price, Shop().weight
    ('Shop.price', 'Shop.weight')
    """


def case_init_subclass_sees_all():
    """When a base announces the new class, it is complete: attributes and module are there.

    >>> announced(lambda: quick("Small", (Base,), size=1))
    ['Small from shop with 1']
    >>> announced(lambda: quick("Large", (Plain, Base), module="big.shop", size=9))
    ['Large from big.shop with 9']
    """


def case_metaclass_of_any_base():
    """The metaclass is the most derived one among those of the bases.

    >>> type(quick("Second", (Plain, Made))).__name__, type(quick("First", (Made, Plain))).__name__
    ('OtherMeta', 'OtherMeta')
    >>> type(quick("Third", (Root,), size=3)).__name__, type(quick("Plainest", (Plain,))).__name__
    ('Meta', 'type')
    """


def case_metaclass_runs_completely():
    """The metaclass makes and initialises the class, with the whole namespace.

    >>> steps(lambda: quick("Sub", (Root,), size=4))
    ['new Sub in shop with 4', 'init Sub with 4']
    """


def case_metaclass_conflict():
    """Metaclasses that do not fit together are a TypeError; so are bases that cannot be ordered.

    >>> quick("Both", (Root, Made))
    Traceback (most recent call last):
    TypeError
    >>> quick("Twisted", (Base, quick("Under", (Base,))))
    Traceback (most recent call last):
    TypeError
    >>> quick("NoName", (3,))
    Traceback (most recent call last):
    TypeError
    >>> mro(quick("Fine", (Root,), size=1)), mro(quick("Also", (Made, Plain)))
    (['Fine', 'Root', 'object'], ['Also', 'Made', 'Plain', 'object'])
    """


def case_no_prepare():
    """Nobody is asked to prepare a namespace: it is complete.

    >>> [step for step in steps(lambda: quick("Sub", (Plain, Root), size=2)) if "prepare" in step]
    []
    >>> len(steps(lambda: quick("Sub", (Plain, Root), size=2)))
    2
    """


def source_by_type():
    """The interviewer wants the class made by `type`, not by a statement, a text or another module.

    >>> forbidden(tree)
    []
    """
