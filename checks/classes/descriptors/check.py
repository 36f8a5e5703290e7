"""A descriptor with a kind and a default."""
import gc
import random
import weakref

from answer import Typed

people = []


class Person:
    age = Typed(int, 0)
    name = Typed(str, "nobody")

    def __init__(self, **values):
        people.append(self)  # keeps them all, so that no id is used twice
        for name, value in values.items():
            setattr(self, name, value)


class Employee(Person):
    wage = Typed(float, 1.5)
    name = Typed(str, "employee")


class Badge:
    """A value that can be weakly referenced."""


class Visitor:
    """Nobody keeps it."""

    badge = Typed(object, None)


class Settings:
    verbose = Typed(bool, False)
    level = Typed(int, 3)
    extra = Typed(object, None)


class Twin:
    """Equal to every other twin and not hashable."""

    mood = Typed(str, "fine")

    def __eq__(self, other):
        return isinstance(other, Twin)

    __hash__ = None


class Level(int):
    pass


def attempt(action, *args):
    """Return the outcome of setting or deleting an attribute."""
    try:
        action(*args)
    except (TypeError, AttributeError) as error:
        return type(error).__name__
    return "done"


def lives(count):
    """Let visitors with badges die; return how many of both live on, and what new ones show."""
    visitors, badges = [Visitor() for _ in range(count)], [Badge() for _ in range(count)]
    for visitor, badge in zip(visitors, badges, strict=True):
        visitor.badge = badge
    references = [[weakref.ref(one) for one in group] for group in (visitors, badges)]
    del visitors, badges, visitor, badge
    gc.collect()
    alive = [sum(reference() is not None for reference in group) for group in references]
    return alive, {Visitor().badge for _ in range(count)}


def scripts(seed, count):
    chance = random.Random(seed)
    values = [1, -5, True, "x", "", None, 2.5, "delete"]
    for _ in range(count):
        yield [(chance.choice(["age", "name"]), chance.choice(values)) for _ in range(8)]


def replay(steps):
    """Set and delete two fields of a person; return the outcomes and what they are at last."""
    person = Person()
    outcomes = []
    for name, value in steps:
        if value == "delete":
            outcomes.append(attempt(delattr, person, name))
        else:
            outcomes.append(attempt(setattr, person, name, value))
    return outcomes, person.age, person.name


def sample_default_and_value():
    """
    >>> ann, bob = Person(), Person()
    >>> ann.age = 41
    >>> ann.age, bob.age, ann.name
    (41, 0, 'nobody')
    """


def sample_wrong_kind():
    """
    >>> Person().age = "old"
    Traceback (most recent call last):
    TypeError
    """


def case_two_fields():
    """Two fields of one class have names, kinds and values of their own.

    >>> ann = Person(age=3, name="Ann")
    >>> ann.age, ann.name
    (3, 'Ann')
    >>> ann.name = "Anna"
    >>> ann.age, ann.name, attempt(setattr, ann, "name", 4), attempt(setattr, ann, "age", "4")
    (3, 'Anna', 'TypeError', 'TypeError')
    >>> ann.age, ann.name
    (3, 'Anna')
    """


def case_instances_are_independent():
    """Every instance has values of its own, and the default until one is set.

    >>> people = [Person(age=number) for number in range(4)]
    >>> people[1].age = 50
    >>> [person.age for person in people], Person().age, people[1].name
    ([0, 50, 2, 3], 0, 'nobody')
    """


def case_kinds():
    """Instances of subclasses are accepted, except bools by a field of kind int.

    >>> person, settings = Person(), Settings()
    >>> attempt(setattr, person, "age", True), attempt(setattr, person, "age", 2.0)
    ('TypeError', 'TypeError')
    >>> attempt(setattr, person, "age", Level(7)), int(person.age)
    ('done', 7)
    >>> attempt(setattr, settings, "verbose", True), attempt(setattr, settings, "verbose", 1)
    ('done', 'TypeError')
    >>> settings.verbose, settings.level, settings.extra
    (True, 3, None)
    >>> attempt(setattr, settings, "extra", [1]), settings.extra
    ('done', [1])
    """


def case_wrong_kind_changes_nothing():
    """After a TypeError the old value, or the default, is still there.

    >>> person = Person(age=5)
    >>> person.age = [6]
    Traceback (most recent call last):
    TypeError
    >>> person.name = None
    Traceback (most recent call last):
    TypeError
    >>> person.age, person.name
    (5, 'nobody')
    """


def case_delete_brings_the_default_back():
    """`del` drops the value of one instance; if there is none it raises AttributeError.

    >>> ann, bob = Person(age=5), Person(age=6)
    >>> del ann.age
    >>> ann.age, bob.age, attempt(delattr, ann, "age"), attempt(delattr, ann, "name")
    (0, 6, 'AttributeError', 'AttributeError')
    >>> ann.age = 9
    >>> ann.age, attempt(delattr, ann, "age"), ann.age
    (9, 'done', 0)
    """


def case_access_through_the_class():
    """On the class, the attribute is the descriptor itself, one for each field.

    >>> [type(field).__name__ for field in (Person.age, Person.name, Employee.age)]
    ['Typed', 'Typed', 'Typed']
    >>> Person.age is Employee.age, Person.name is Employee.name, hasattr(Person, "age")
    (True, False, True)
    """


def case_subclass_of_the_owner():
    """A subclass inherits fields, adds some and may replace one.

    >>> employee = Employee(age=30, wage=12.5)
    >>> employee.age, employee.wage, employee.name, Employee().wage, Person().name
    (30, 12.5, 'employee', 1.5, 'nobody')
    >>> employee.name = "Eve"
    >>> employee.name, attempt(setattr, employee, "wage", 12), employee.wage
    ('Eve', 'TypeError', 12.5)
    """


def case_unhashable_owner():
    """Instances that are equal, or cannot be hashed, still have values of their own.

    >>> one, two = Twin(), Twin()
    >>> one.mood = "glad"
    >>> one.mood, two.mood, one == two
    ('glad', 'fine', True)
    """


def case_instances_are_freed():
    """The descriptor keeps no instance alive, and no value of a dead one.

    >>> lives(200)
    ([0, 0], {None})
    """


def case_random():
    """Some series of settings and deletions goes wrong.

    >>> for steps in scripts(seed, 20): replay(steps)  # doctest: +REFERENCE
    """
