"""Bind arguments to parameters as a call does."""
import ast
import inspect
import random

from answer import bind

KEYS = {
    inspect.Parameter.POSITIONAL_ONLY: "posonly",
    inspect.Parameter.POSITIONAL_OR_KEYWORD: "normal",
    inspect.Parameter.KEYWORD_ONLY: "kwonly",
}
NOT_BY_HAND = {"inspect", "eval", "exec", "compile", "FunctionType"}


def spec_of(function):
    """Describe the signature of a function."""
    spec = {"posonly": [], "normal": [], "kwonly": [], "varargs": None, "varkw": None}
    spec["defaults"] = {}
    for name, parameter in inspect.signature(function).parameters.items():
        if parameter.kind is parameter.VAR_POSITIONAL:
            spec["varargs"] = name
        elif parameter.kind is parameter.VAR_KEYWORD:
            spec["varkw"] = name
        else:
            spec[KEYS[parameter.kind]].append(name)
        if parameter.default is not parameter.empty:
            spec["defaults"][name] = parameter.default
    return spec


def call(function, *args, **kwargs):
    return bind(spec_of(function), args, kwargs)


def outcomes(function, *calls):
    """Return what each call binds, or the name of the error."""
    found = []
    for args, kwargs in calls:
        try:
            found.append(bind(spec_of(function), args, kwargs))
        except Exception as error:  # noqa: BLE001
            found.append(type(error).__name__)
    return found


def two_calls_with_a_list(function):
    """Bind twice without arguments and add to the default in between."""
    spec = spec_of(function)
    first = bind(spec, (), {})
    first["basket"].append("apple")
    return bind(spec, (), {})


def after_the_call(function, args, kwargs):
    """Change what was collected; return what the caller still has."""
    spec = spec_of(function)
    bound = bind(spec, args, kwargs)
    bound["more"]["added"] = True
    return args, kwargs, spec == spec_of(function), bound["rest"]


def random_calls(seed, count):
    """Yield signatures, each with arguments that fit more or less."""
    chance = random.Random(seed)
    for _ in range(count):
        names = list("abcdef")
        posonly, normal, kwonly = (
            [names.pop(0) for _ in range(size)] for size in chance.choices(range(3), k=3)
        )
        positional = posonly + normal
        with_default = positional[len(positional) - chance.randrange(len(positional) + 1):]
        with_default += [name for name in kwonly if chance.random() < 0.4]
        spec = {
            "posonly": posonly,
            "normal": normal,
            "varargs": chance.choice([None, "rest"]),
            "kwonly": kwonly,
            "varkw": chance.choice([None, "more"]),
            "defaults": {name: name.upper() for name in with_default},
        }
        args = tuple(range(chance.randrange(len(positional) + 2)))
        open_names = positional[len(args):] + kwonly
        keywords = [name for name in open_names if chance.random() < 0.8]
        keywords += [name for name in "abcz" if name not in keywords and chance.random() < 0.1]
        yield spec, args, {name: 10 * place for place, name in enumerate(keywords, start=1)}


def bound_or_refused(spec, args, kwargs):
    try:
        return bind(spec, args, kwargs)
    except TypeError:
        return "TypeError"


def wide(size):
    """Return the sum of what is bound for `size` parameters of each kind and as many surplus."""
    names = [f"p{number}" for number in range(2 * size)]
    spec = {
        "posonly": [],
        "normal": names[:size],
        "varargs": "rest",
        "kwonly": names[size:],
        "varkw": "more",
        "defaults": dict.fromkeys(names[size:], 1),
    }
    kwargs = {name: 2 for name in names[size::2]} | {f"q{number}": 3 for number in range(size)}
    bound = bind(spec, tuple(range(2 * size)), kwargs)
    return len(bound), sum(bound.pop("rest")), len(bound.pop("more")), sum(bound.values())


def helpers_used(tree):
    """Return the names that would do the work."""
    used = set()
    for node in ast.walk(tree):
        match node:
            case ast.Name(id=name) | ast.Attribute(attr=name) | ast.alias(name=name):
                used.add(name)
            case ast.ImportFrom(module=name):
                used.add(name)
    return sorted(used & NOT_BY_HAND)


def sample_all_kinds():
    """
    >>> spec = {"posonly": ["a"], "normal": ["b"], "varargs": "rest", "kwonly": ["c"],
    ...         "varkw": "more", "defaults": {"b": 1}}
    >>> bind(spec, (10,), {"c": 30})
    {'a': 10, 'b': 1, 'rest': (), 'c': 30, 'more': {}}
    >>> bind(spec, (10, 20, 21), {"c": 30, "d": 40})
    {'a': 10, 'b': 20, 'rest': (21,), 'c': 30, 'more': {'d': 40}}
    """


def sample_missing_argument():
    """
    >>> spec = {"posonly": [], "normal": ["a"], "varargs": None, "kwonly": [],
    ...         "varkw": None, "defaults": {}}
    >>> bind(spec, (), {})
    Traceback (most recent call last):
    TypeError
    """


def case_positional_and_keyword():
    """Positional arguments fill from the left, keywords by name, in any order.

    >>> call(lambda a, b, c: 0, 1, c=3, b=2), call(lambda a, b: 0, b=2, a=1)
    ({'a': 1, 'b': 2, 'c': 3}, {'b': 2, 'a': 1})
    >>> call(lambda a, /, b, *, c, d: 0, 1, 2, d=4, c=3), call(lambda: 0)
    ({'a': 1, 'b': 2, 'c': 3, 'd': 4}, {})
    """


def case_collectors_may_be_empty():
    """A collector is always bound: to an empty tuple or dict if nothing is left for it.

    >>> call(lambda *args, **kwargs: 0), call(lambda a, *args: 0, 1), call(lambda **kw: 0)
    ({'args': (), 'kwargs': {}}, {'a': 1, 'args': ()}, {'kw': {}})
    """


def case_collected_in_order():
    """Surplus arguments are collected in the order of the call; names do not matter.

    >>> bound = call(lambda a, *b, **c: 0, 1, 2, 3, z=1, b=2, y=3, c=4)
    >>> bound["b"], list(bound["c"].items())
    ((2, 3), [('z', 1), ('b', 2), ('y', 3), ('c', 4)])
    """


def case_too_many_positional():
    """More positional arguments than parameters that take them are an error without a collector.

    >>> outcomes(lambda a, b=2: 0, ((1, 2, 3), {}), ((1, 2), {}), ((), {}))
    ['TypeError', {'a': 1, 'b': 2}, 'TypeError']
    >>> outcomes(lambda a, *, b=2, **more: 0, ((1, 2), {}), ((1,), {}))
    ['TypeError', {'a': 1, 'b': 2, 'more': {}}]
    >>> outcomes(lambda: 0, ((None,), {}), (((),), {}))
    ['TypeError', 'TypeError']
    """


def case_two_values_for_one_name():
    """A parameter that was filled by position must not be passed by keyword as well.

    >>> outcomes(lambda a, b=2: 0, ((1,), {"a": 1}), ((1, 2), {"b": 2}), ((1,), {"b": 3}))
    ['TypeError', 'TypeError', {'a': 1, 'b': 3}]
    >>> outcomes(lambda a, *rest, **more: 0, ((1, 2), {"a": 3}), ((1, 2), {"rest": 3}))
    ['TypeError', {'a': 1, 'rest': (2,), 'more': {'rest': 3}}]
    """


def case_unknown_keyword():
    """Without a keyword collector a keyword must be the name of a parameter.

    >>> outcomes(lambda a=1, *rest: 0, ((), {"b": 2}), ((), {"rest": 2}), ((), {"a": 2}))
    ['TypeError', 'TypeError', {'a': 2, 'rest': ()}]
    >>> outcomes(lambda: 0, ((), {"x": None}))
    ['TypeError']
    """


def case_missing():
    """A parameter without value and default is an error, whatever its kind.

    >>> outcomes(lambda a, /, b, *, c: 0, ((1,), {"c": 3}), ((1, 2), {}), ((), {"b": 2, "c": 3}))
    ['TypeError', 'TypeError', 'TypeError']
    >>> outcomes(lambda *rest, c, **more: 0, ((1, 2), {"d": 3}), ((1,), {"c": 3}))
    ['TypeError', {'rest': (1,), 'c': 3, 'more': {}}]
    """


def case_positional_only_by_keyword():
    """The name of a positional-only parameter means nothing as a keyword, so it can be collected.

    >>> outcomes(lambda a, /: 0, ((), {"a": 1}), ((1,), {"a": 2}), ((1,), {}))
    ['TypeError', 'TypeError', {'a': 1}]
    >>> outcomes(lambda a=0, /, **more: 0, ((1,), {"a": 2}), ((), {"a": 2}))
    [{'a': 1, 'more': {'a': 2}}, {'a': 0, 'more': {'a': 2}}]
    >>> outcomes(lambda a, /, **more: 0, ((), {"a": 2}))
    ['TypeError']
    """


def case_defaults():
    """Defaults fill what got no value, also among keyword-only and positional-only parameters.

    >>> call(lambda a=1, /, b=2, *, c=3: 0), call(lambda a=1, /, b=2, *, c=3: 0, 10, c=30)
    ({'a': 1, 'b': 2, 'c': 3}, {'a': 10, 'b': 2, 'c': 30})
    >>> call(lambda *, a=1, b: 0, b=2), call(lambda a, b=2, c=3: 0, 1, c=4)
    ({'a': 1, 'b': 2}, {'a': 1, 'b': 2, 'c': 4})
    """


def case_defaults_are_the_same_object():
    """Every call that uses a default gets the very same object.

    >>> two_calls_with_a_list(lambda basket=[]: 0), two_calls_with_a_list(lambda *, basket=[]: 0)
    ({'basket': ['apple']}, {'basket': ['apple']})
    """


def case_values_that_are_false():
    """None, 0 and the empty text are values, passed or as defaults.

    >>> call(lambda a=1, /, b=2, *, c=3: 0, None, b=0, c=""), call(lambda a=None, *, b=0: 0)
    ({'a': None, 'b': 0, 'c': ''}, {'a': None, 'b': 0})
    """


def case_caller_keeps_the_arguments():
    """The call must not change the caller's objects, and the collected dict is a new one.

    >>> after_the_call(lambda a, *rest, b, **more: 0, [1, 2], {"b": 3, "c": 4})
    ([1, 2], {'b': 3, 'c': 4}, True, (2,))
    >>> after_the_call(lambda *rest, **more: 0, (), {"c": 4})
    ((), {'c': 4}, True, ())
    """


def case_random():
    """Some signature binds a call in another way than Python does, or refuses it wrongly.

    >>> for drawn in random_calls(seed, 80): bound_or_refused(*drawn)  # doctest: +REFERENCE
    """


def case_many_arguments():
    """Thousands of parameters and arguments take one pass, not a search for each.

    >>> wide(3)
    (8, 12, 3, 8)
    >>> wide(20_000)
    (40002, 599990000, 20000, 200020000)
    """


def source_by_hand():
    """You were asked to bind by hand.

    >>> helpers_used(tree)
    []
    """
