"""An attribute replaced for the time of a block."""
import ast
import types

from answer import patched

MODULE = types.ModuleType("settings")
MODULE.limit = 3


class Base:
    rate = 1

    def greet(self):
        return f"hello from {type(self).__name__}"


class Shop(Base):
    @staticmethod
    def price(amount):
        return amount * 2

    @classmethod
    def make(cls):
        return cls.__name__

    @property
    def size(self):
        return 40


def item(**attributes):
    return types.SimpleNamespace(**attributes)


def own(obj):
    """Return the names of an object's own attributes."""
    return sorted(name for name in vars(obj) if not name.startswith("__"))


def kind(cls, name):
    return type(vars(cls)[name]).__name__


def broken_block(thing, name, error):
    """Patch an attribute and raise in the block."""
    with patched(thing, name, "blue"):
        raise error


def modules_for_patching(tree):
    """Return what a program imports of a library for patching."""
    used = set()
    for node in ast.walk(tree):
        match node:
            case ast.alias(name=name) | ast.ImportFrom(module=str(name)) | ast.Name(id=name):
                used.add(name.partition(".")[0])
    return sorted(used & {"unittest", "__import__", "importlib"})


def sample_object():
    """
    >>> thing = item(colour="red")
    >>> with patched(thing, "colour", "blue"): print(thing.colour)
    blue
    >>> thing.colour
    'red'
    """


def sample_module():
    """
    >>> with patched(MODULE, "limit", 99): print(MODULE.limit)
    99
    >>> MODULE.limit
    3
    """


def case_block_raises():
    """Whatever happens in the block, the attribute comes back and the exception goes on.

    >>> thing = item(colour="red")
    >>> broken_block(thing, "colour", ValueError)
    Traceback (most recent call last):
    ValueError
    >>> thing.colour
    'red'
    >>> broken_block(thing, "size", AttributeError)
    Traceback (most recent call last):
    AttributeError
    >>> broken_block(thing, "size", KeyboardInterrupt)
    Traceback (most recent call last):
    KeyboardInterrupt
    >>> own(thing)
    ['colour']
    """


def case_absent_attribute():
    """What was not there before must not be there afterwards.

    >>> thing = item(colour=None)
    >>> with patched(thing, "size", 7): print(thing.size, own(thing))
    7 ['colour', 'size']
    >>> own(thing), hasattr(thing, "size")
    (['colour'], False)
    >>> with patched(thing, "colour", "blue"): print(thing.colour)
    blue
    >>> own(thing), thing.colour
    (['colour'], None)
    """


def case_inherited_attribute():
    """An inherited attribute is inherited again afterwards, not copied down.

    >>> with patched(Shop, "rate", 8): print(Shop.rate, Base.rate, Shop().rate)
    8 1 8
    >>> own(Shop), Shop.rate
    (['make', 'price', 'size'], 1)
    >>> shop = Shop()
    >>> with patched(shop, "greet", lambda: "patched"): print(shop.greet(), Shop().greet())
    patched hello from Shop
    >>> own(shop), shop.greet()
    ([], 'hello from Shop')
    >>> with patched(Base, "rate", 5): print(Shop.rate, Base.rate)
    5 5
    >>> Shop.rate, own(Base)
    (1, ['greet', 'rate'])
    """


def case_methods_come_back_as_they_were():
    """Static methods, class methods and properties are restored as such.

    >>> with patched(Shop, "price", staticmethod(lambda amount: -amount)): print(Shop().price(4))
    -4
    >>> Shop().price(4), Shop.price(5), kind(Shop, "price")
    (8, 10, 'staticmethod')
    >>> with patched(Shop, "make", lambda self: "instance"): print(Shop().make())
    instance
    >>> Shop.make(), Shop().make(), kind(Shop, "make")
    ('Shop', 'Shop', 'classmethod')
    >>> with patched(Shop, "size", 41): print(Shop().size)
    41
    >>> Shop().size, kind(Shop, "size")
    (40, 'property')
    """


def case_nested():
    """Patches of the same and of different attributes can be nested.

    >>> thing = item(colour="red", size=1)
    >>> with patched(thing, "colour", "blue"), patched(thing, "size", 2):
    ...     with patched(thing, "colour", "green"):
    ...         print(thing.colour, thing.size)
    ...     print(thing.colour, thing.size)
    green 2
    blue 2
    >>> thing.colour, thing.size
    ('red', 1)
    """


def case_begins_with_the_block():
    """Calling `patched` changes nothing yet; what is saved is what stands there at the entry.

    >>> thing = item(colour="red")
    >>> patch = patched(thing, "colour", "blue")
    >>> thing.colour
    'red'
    >>> thing.colour = "yellow"
    >>> with patch: print(thing.colour)
    blue
    >>> thing.colour
    'yellow'
    """


def case_block_changes_the_attribute():
    """The block may set the attribute once more; afterwards the first value is back.

    >>> thing = item(colour="red")
    >>> with patched(thing, "colour", "blue"): thing.colour = "green"
    >>> thing.colour
    'red'
    >>> with patched(thing, "size", 1): thing.size = 2
    >>> own(thing)
    ['colour']
    """


def case_block_deletes_the_attribute():
    """The block may delete the attribute; afterwards it is as before.

    >>> thing = item(colour="red")
    >>> with patched(thing, "colour", "blue"): del thing.colour
    >>> with patched(thing, "size", 1): del thing.size
    >>> thing.colour, own(thing)
    ('red', ['colour'])
    """


def case_other_attributes_are_left_alone():
    """Only the one attribute is restored; what the block did to others stays.

    >>> thing = item(colour="red", size=1)
    >>> with patched(thing, "colour", "blue"):
    ...     thing.size = 2
    ...     thing.painted = thing.colour
    >>> thing.colour, thing.size, thing.painted
    ('red', 2, 'blue')
    """


def source_without_mock():
    """The interviewer wants to see how it is done, not `unittest.mock`.

    >>> modules_for_patching(tree)
    []
    """
