"""Two classes with slots, one derived from the other."""
import copy
import pickle
import weakref

from answer import Pt, Pt3


def own_slots(cls):
    """Return the names of the slots that a class itself adds."""
    kinds = {name: type(value).__name__ for name, value in vars(cls).items()}
    return sorted(name for name, kind in kinds.items() if kind == "member_descriptor")


CLASSES = {"Pt": Pt, "Pt3": Pt3}


def dict_of(point):
    return getattr(point, "__dict__", "no dict")


def setting(point, name):
    """Set an attribute to 7; return what it is then, or that it was refused."""
    try:
        setattr(point, name, 7)
    except AttributeError:
        return "refused"
    return getattr(point, name)


def reading(point, name):
    return getattr(point, name, "missing")


def through_weakref(point):
    """Return the type and x of what a weak reference finds."""
    found = weakref.ref(point)()
    return type(found).__name__, found.x


def places_for_weakrefs(name):
    return sum("__weakref__" in vars(base) for base in CLASSES[name].__mro__)


def copies(point):
    """Return kind and coordinates of copies, made in six ways."""
    made = [copy.copy(point), copy.deepcopy(point)]
    made += [pickle.loads(pickle.dumps(point, protocol)) for protocol in (2, 3, 4, 5)]
    point.x = "changed"
    return [(type(one).__name__, one.x, one.y, reading(one, "z")) for one in made]


def sample_point_that_moves():
    """
    >>> point = Pt(1, 2)
    >>> point.x = 5
    >>> point.x, point.y, setting(point, "w")
    (5, 2, 'refused')
    """


def sample_three_coordinates():
    """
    >>> point = Pt3(1, 2, 3)
    >>> point.x, point.y, point.z, own_slots(Pt3)
    (1, 2, 3, ['z'])
    """


def case_defaults():
    """Every coordinate is 0 unless it is given, by place or by name.

    >>> (Pt().x, Pt().y), (Pt(4).x, Pt(4).y), (Pt(y=5).x, Pt(y=5).y)
    ((0, 0), (4, 0), (0, 5))
    >>> point = Pt3(z=9, x=7)
    >>> point.x, point.y, point.z, Pt3(1, 2).y, Pt3(1, 2).z, Pt3().x
    (7, 0, 9, 2, 0, 0)
    """


def case_no_dict():
    """An instance of `Pt` carries no dict; its coordinates lie in slots.

    >>> dict_of(Pt(1, 2)), own_slots(Pt)
    ('no dict', ['x', 'y'])
    """


def case_subclass_has_no_dict():
    """An instance of `Pt3` carries no dict either, and is a `Pt`.

    >>> dict_of(Pt3(1, 2, 3)), [cls.__name__ for cls in Pt3.__mro__]
    ('no dict', ['Pt3', 'Pt', 'object'])
    """


def case_no_new_attributes():
    """Known coordinates can be set, new attributes cannot.

    >>> [setting(Pt(1, 2), name) for name in ("x", "y", "z", "w", "__dict__")]
    [7, 7, 'refused', 'refused', 'refused']
    >>> [setting(Pt3(1, 2, 3), name) for name in ("x", "y", "z", "w", "__dict__")]
    [7, 7, 7, 'refused', 'refused']
    """


def case_slots_are_named_once():
    """The subclass adds one slot; the inherited ones are not repeated.

    >>> own_slots(Pt), own_slots(Pt3)
    (['x', 'y'], ['z'])
    """


def case_weak_references():
    """Both kinds of points can be weakly referenced, by one place in the object.

    >>> through_weakref(Pt(3, 4)), through_weakref(Pt3(5, 6, 7))
    (('Pt', 3), ('Pt3', 5))
    >>> places_for_weakrefs("Pt"), places_for_weakrefs("Pt3")
    (1, 1)
    """


def case_copy_and_pickle():
    """Copies have the same class and coordinates and are independent of the original.

    >>> copies(Pt(1, 2)) == [("Pt", 1, 2, "missing")] * 6, copies(Pt(1, 2))[5]
    (True, ('Pt', 1, 2, 'missing'))
    >>> copies(Pt3(1, 2, 3))[1:4]
    [('Pt3', 1, 2, 3), ('Pt3', 1, 2, 3), ('Pt3', 1, 2, 3)]
    """


def case_deleted_coordinate():
    """A coordinate can be deleted and set again, as any attribute can.

    >>> point = Pt3(1, 2, 3)
    >>> del point.x
    >>> del point.z
    >>> reading(point, "x"), reading(point, "y"), reading(point, "z"), setting(point, "z"), point.z
    ('missing', 2, 'missing', 7, 7)
    """
