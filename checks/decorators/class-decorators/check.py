"""Give classes a repr by a decorator."""
import random

from answer import auto_repr


def point():
    @auto_repr
    class Point:
        dimensions = 2

        def __init__(self, x, y=0):
            self.x = x
            self.y = y

        @classmethod
        def origin(cls):
            return cls(0, 0)

    return Point


def solid(base):
    @auto_repr
    class Solid(base):
        def __init__(self, x, y, z):
            super().__init__(x, y)
            self.z = z

    return Solid


def loud():
    @auto_repr
    class Loud:
        def __init__(self, word):
            self.word = word

        def __repr__(self):
            return self.word.upper() + "!"

    return Loud


def slotted():
    @auto_repr
    class Slotted:
        __slots__ = ("_celsius", "label")

        def __init__(self, celsius, label):
            self._celsius = celsius
            self.label = label

        @property
        def celsius(self):
            return self._celsius

    return Slotted


def order():
    @auto_repr
    class Order:
        def __init__(self, number, /, item, *extras, gift=False, **options):
            self.number = number
            self.item = item
            self.gift = gift

    return Order


def odd():
    @auto_repr
    class Odd:
        def __init__(this, self, cls, names):
            this.self, this.cls, this.names = self, cls, names

    return Odd


def shown(thing):
    return repr(thing)


def ancestors(thing):
    return [cls.__name__ for cls in type(thing).__mro__]


def classes(seed, count):
    """Yield names of parameters, positional and keyword-only ones."""
    chance = random.Random(seed)
    for _ in range(count):
        names = chance.sample(["alpha", "beta", "gamma", "delta", "value", "args"], k=5)
        split = chance.randrange(1, 6)
        yield names[:split], names[split:]


def made(names, keyword_only):
    """Return the repr of a class whose `__init__` takes these names."""
    stars = ", *, " if keyword_only else ""
    signature = f"self, {', '.join(names)}{stars}{', '.join(keyword_only)}"
    init = eval(f"lambda {signature}: vars(self).update(locals())")
    cls = auto_repr(type("Made", (), {"__init__": init}))
    return repr(cls(*range(len(names)), **{name: name for name in keyword_only}))


def sample_point():
    """
    >>> @auto_repr
    ... class Pair:
    ...     def __init__(self, left, right):
    ...         self.left, self.right = left, right
    >>> repr(Pair(1, "two"))
    "Pair(left=1, right='two')"
    """


def case_still_a_class():
    """The same class comes back: its instances, its subclasses and its attributes are as before.

    >>> Point = point()
    >>> type(Point).__name__, ancestors(Point.origin()), Point.dimensions, Point.__name__
    ('type', ['Point', 'object'], 2, 'Point')
    >>> Solid = solid(Point)
    >>> ancestors(Solid(1, 2, 3)), isinstance(Solid(1, 2, 3), Point), shown(Point.origin())
    (['Solid', 'Point', 'object'], True, 'Point(x=0, y=0)')
    >>> class Plain:
    ...     pass
    >>> Loud = loud()
    >>> auto_repr(Plain) is Plain, auto_repr(Loud) is Loud
    (True, True)
    """


def case_own_repr_is_kept():
    """A class that has written its own `__repr__` keeps it, for its subclasses as well.

    >>> Loud = loud()
    >>> shown(Loud("hey")), shown(type("Whisper", (Loud,), {})("psst"))
    ('HEY!', 'PSST!')
    """


def case_inherited_repr_is_replaced():
    """A `__repr__` that is only inherited does not count as the class's own.

    >>> Loud = loud()
    >>> @auto_repr
    ... class Louder(Loud):
    ...     def __init__(self, word, marks):
    ...         super().__init__(word)
    ...         self.marks = marks
    >>> shown(Louder("hey", 3)), shown(Loud("ho"))
    ("Louder(word='hey', marks=3)", 'HO!')
    >>> Point = point()
    >>> shown(solid(Point)(1, 2, z=3)), shown(Point(4))
    ('Solid(x=1, y=2, z=3)', 'Point(x=4, y=0)')
    """


def case_subclass_shows_its_name():
    """A subclass inherits the repr, with its own name.

    >>> Point = point()
    >>> shown(type("Place", (Point,), {})(1, 2)), shown(type("Spot", (Point,), {})(5))
    ('Place(x=1, y=2)', 'Spot(x=5, y=0)')
    """


def case_current_values():
    """The repr shows what the attributes hold now.

    >>> Point = point()
    >>> spot = Point(1, [2])
    >>> spot.x = 10
    >>> spot.y.append(3)
    >>> shown(spot), shown(Point(7))
    ('Point(x=10, y=[2, 3])', 'Point(x=7, y=0)')
    """


def case_values_by_repr():
    """Values are shown as `repr` shows them, in nested objects too.

    >>> Point, Loud = point(), loud()
    >>> shown(Point("1", None)), shown(Point(Point("a", 1.0), [Loud("no")]))
    ("Point(x='1', y=None)", "Point(x=Point(x='a', y=1.0), y=[NO!])")
    """


def case_slots_and_properties():
    """An attribute need not stand in the dict of the instance.

    >>> shown(slotted()(21, "kitchen"))
    "Slotted(celsius=21, label='kitchen')"
    """


def case_only_parameters():
    """Attributes that are no parameters are not shown, and the order is that of the parameters.

    >>> spot = point()(y=2, x=1)
    >>> spot.note = "added later"
    >>> shown(spot)
    'Point(x=1, y=2)'
    """


def case_keyword_only():
    """Positional-only and keyword-only parameters are parameters too.

    >>> @auto_repr
    ... class Box:
    ...     def __init__(self, width, /, *, height=2, depth=3):
    ...         self.width, self.height, self.depth = width, height, depth
    >>> shown(Box(1, depth=4))
    'Box(width=1, height=2, depth=4)'
    """


def case_stars_are_left_out():
    """What `*extras` and `**options` collect is not shown.

    >>> shown(order()(7, "tea", "milk", "sugar", gift=True, speed="fast"))
    "Order(number=7, item='tea', gift=True)"
    """


def case_no_init():
    """A class without `__init__` has no parameters; one that inherits it has those.

    >>> @auto_repr
    ... class Empty:
    ...     pass
    >>> @auto_repr
    ... class Heir(point()):
    ...     pass
    >>> shown(Empty()), shown(Heir(3)), shown(type("Child", (Empty,), {})())
    ('Empty()', 'Heir(x=3, y=0)', 'Child()')
    """


def case_odd_names_of_self():
    """The first parameter is the instance, whatever it is called.

    >>> shown(odd()("a", "b", "c"))
    "Odd(self='a', cls='b', names='c')"
    """


def case_random():
    """Some class has other parameters in its repr than in its `__init__`.

    >>> for names, more in classes(seed, 15): made(names, more)  # doctest: +REFERENCE
    """
