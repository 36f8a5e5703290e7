"""Build an HTML element from positional and keyword arguments."""
import random

from answer import tag

ATTRIBUTES = ["id", "class_", "for_", "name", "self", "data_id", "args", "children", "x__"]


def calls(seed, count):
    """Yield the name, children, and keywords of random calls."""
    chance = random.Random(seed)
    for _ in range(count):
        children = chance.choices(["one", "two", 3, None, "", 0.5], k=chance.randrange(5))
        keywords = {key: chance.randrange(9) for key in chance.sample(ATTRIBUTES, k=3)}
        if chance.random() < 0.5:
            keywords["sep"] = chance.choice([" ", ", "])
        yield chance.choice(["p", "div", "ul"]), children, keywords


def build(name, children, keywords):
    return tag(name, *children, **keywords)


def sample_link():
    """
    >>> tag("a", "home", href="/")
    '<a href="/">home</a>'
    """


def sample_no_children():
    """
    >>> tag("br"), tag("input", type="text", size=4)
    ('<br></br>', '<input type="text" size="4"></input>')
    """


def case_any_number_of_children():
    """Children come one by one, and there may be any number of them.

    >>> tag("p", "a", "b", "c"), tag("p", "one"), tag("p")
    ('<p>abc</p>', '<p>one</p>', '<p></p>')
    >>> tag("ul", tag("li", 1), tag("li", 2), sep=" ")
    '<ul><li>1</li> <li>2</li></ul>'
    """


def case_children_that_are_false():
    """0, None and the empty text are children like all others.

    >>> tag("td", 0, None, "", False, sep="|"), tag("td", "", "", sep="-")
    ('<td>0|None||False</td>', '<td>-</td>')
    """


def case_anything_is_shown_as_text():
    """Children and values are shown as `str` shows them.

    >>> tag("td", 1, 2.5, [3], sep="; "), tag("td", "x", colspan=2, hidden=True)
    ('<td>1; 2.5; [3]</td>', '<td colspan="2" hidden="True">x</td>')
    """


def case_sep_is_never_a_child():
    """`sep` is given by keyword only, so that no child can be taken for it; it is no attribute.

    >>> tag("p", ", ", "a", "b"), tag("p", "a", "b", sep=", ", id="x")
    ('<p>, ab</p>', '<p id="x">a, b</p>')
    """


def case_attribute_called_name():
    """An attribute may be called like any of your parameters: which of them take keywords?

    >>> tag("input", name="q", value=1)
    '<input name="q" value="1"></input>'
    >>> tag("p", "x", children=1, attrs=2, self=3, args=4, kwargs=5, element=6)
    '<p children="1" attrs="2" self="3" args="4" kwargs="5" element="6">x</p>'
    """


def case_attributes_in_order():
    """Attributes keep the order of the call.

    >>> tag("p", z=1, a=2, m=3, b="")
    '<p z="1" a="2" m="3" b=""></p>'
    """


def case_one_trailing_underscore():
    """`class_` means `class`: one trailing underscore is dropped, all others stay.

    >>> tag("p", class_="big", for_="x"), tag("p", data_id=1, a__=2, _b=3, c_d_=4)
    ('<p class="big" for="x"></p>', '<p data_id="1" a_="2" _b="3" c_d="4"></p>')
    """


def case_unpacked_arguments():
    """Children and attributes may be unpacked at the call; the caller's objects stay as they were.

    >>> items, options = ["a", "b"], {"class_": "x", "sep": "/", "data-id": 7}
    >>> html = tag("p", *items, **options)
    >>> html, items, options
    ('<p class="x" data-id="7">a/b</p>', ['a', 'b'], {'class_': 'x', 'sep': '/', 'data-id': 7})
    >>> tag(*"bold"), tag("p", *(n for n in range(3)))
    ('<b>old</b>', '<p>012</p>')
    """


def case_name_is_required_by_position():
    """Without a positional argument there is no element: the call must be a TypeError.

    >>> tag()
    Traceback (most recent call last):
    TypeError
    >>> tag(name="p", sep=" ")
    Traceback (most recent call last):
    TypeError
    """


def case_random():
    """Some mixture of children and keywords comes out wrong.

    >>> for call in calls(seed, 20): build(*call)  # doctest: +REFERENCE
    """
