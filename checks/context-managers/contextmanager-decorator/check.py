"""Write a context manager as a generator."""
import ast
import random

from answer import cd


def block(state, path, error=None):
    """Use `cd` once; return what was seen inside, the outcome, and the state afterwards."""
    seen = None
    try:
        with cd(state, path) as previous:
            seen = previous, state["cwd"]
            if error is not None:
                raise error
        outcome = "no error"
    except BaseException as raised:  # noqa: BLE001
        outcome = type(raised).__name__, raised.args, raised is error
    return seen, outcome, state


def nested(state, paths, error=None):
    """Enter one block inside the other; return what was seen on the way in and out."""
    if not paths:
        if error is not None:
            raise error
        return []
    with cd(state, paths[0]) as previous:
        seen = [(previous, state["cwd"]), *nested(state, paths[1:], error)]
    return [*seen, state["cwd"]]


def wandering(state, *steps):
    with cd(state, "/tmp"):
        state.update(*steps)
    return state


def decorated(state, places):
    """Call a decorated function from several places; return what it saw, and the state."""

    @cd(state, "/work")
    def look(times):
        return state["cwd"] * times

    seen = []
    for times, place in enumerate(places, start=1):
        state["cwd"] = place
        seen.append((look(times), state["cwd"]))
    return seen


def half_way(state):
    """Close a generator that is suspended inside the block."""

    def walk():
        with cd(state, "/tmp"):
            yield state["cwd"]

    walker = walk()
    suspended = next(walker)
    walker.close()
    return suspended, state


def walks(seed, count):
    """Yield lists of paths, and an error or None."""
    chance = random.Random(seed)
    for _ in range(count):
        paths = chance.choices(["/a", "/b", "/c", None, ""], k=chance.randrange(1, 5))
        yield paths, chance.choice([None, KeyError("k"), KeyboardInterrupt("stop")])


def walked(paths, error):
    state = {"cwd": "/start", "user": "ada"}
    try:
        return nested(state, paths, error), state
    except (KeyError, KeyboardInterrupt) as raised:
        return type(raised).__name__, raised.args, state


def decorators(tree):
    """Return the names of the decorators of `cd`."""
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef) and node.name == "cd":
            found += [ast.unparse(decorator).split(".")[-1] for decorator in node.decorator_list]
    return found


def sample_previous():
    """
    >>> state = {"cwd": "/home"}
    >>> with cd(state, "/tmp") as previous:
    ...     inside = previous, state["cwd"]
    >>> inside, state
    (('/home', '/tmp'), {'cwd': '/home'})
    """


def case_nested_blocks():
    """Blocks can be nested, and each one restores what it found, even if it is the same place.

    >>> nested({"cwd": "/"}, ["/a", "/b", "/b"])
    [('/', '/a'), ('/a', '/b'), ('/b', '/b'), '/b', '/a', '/']
    >>> block({"cwd": "/x"}, "/x")
    (('/x', '/x'), 'no error', {'cwd': '/x'})
    """


def case_restored_after_an_error():
    """An exception in the block must not leave the shell in the wrong place.

    >>> seen, outcome, state = block({"cwd": "/home"}, "/tmp", ValueError("no"))
    >>> seen, state
    (('/home', '/tmp'), {'cwd': '/home'})
    >>> seen, outcome, state = block({"cwd": 1}, 2, StopIteration(3))
    >>> seen, state
    ((1, 2), {'cwd': 1})
    """


def case_errors_go_on():
    """The exception of the block is for the caller: the same one, neither dropped nor replaced.

    >>> block({"cwd": "/home"}, "/tmp", ValueError("no"))[1]
    ('ValueError', ('no',), True)
    >>> block({"cwd": "/home"}, "/tmp", RuntimeError("inside"))[1]
    ('RuntimeError', ('inside',), True)
    >>> block({"cwd": 1}, 2, KeyError(5))[1]
    ('KeyError', (5,), True)
    """


def case_interrupts_restore_too():
    """Ctrl-C, SystemExit and a generator that is closed leave the block as well.

    >>> block({"cwd": "/home"}, "/tmp", KeyboardInterrupt("now"))
    (('/home', '/tmp'), ('KeyboardInterrupt', ('now',), True), {'cwd': '/home'})
    >>> block({"cwd": "/home"}, "/tmp", SystemExit(3))
    (('/home', '/tmp'), ('SystemExit', (3,), True), {'cwd': '/home'})
    >>> half_way({"cwd": "/home"})
    ('/tmp', {'cwd': '/home'})
    """


def case_block_moves_on():
    """Wherever the block went, afterwards the shell is where it was before.

    >>> wandering({"cwd": "/home"}, {"cwd": "/elsewhere"})
    {'cwd': '/home'}
    >>> state = {"cwd": "/home"}
    >>> with cd(state, "/tmp"):
    ...     del state["cwd"]
    >>> state
    {'cwd': '/home'}
    """


def case_other_keys_are_left_alone():
    """Only the directory is restored: what else the block changed was meant to be changed.

    >>> wandering({"cwd": "/home", "user": "ada"}, {"cwd": "/var", "user": "eve", "jobs": 2})
    {'cwd': '/home', 'user': 'eve', 'jobs': 2}
    """


def case_any_value():
    """None or an empty text are places like any other.

    >>> block({"cwd": None}, ""), block({"cwd": ""}, None)
    (((None, ''), 'no error', {'cwd': None}), (('', None), 'no error', {'cwd': ''}))
    """


def case_nothing_happens_before_entering():
    """Calling `cd` only makes a manager; entering the block switches, from wherever one is then.

    >>> state = {"cwd": "/home"}
    >>> manager = cd(state, "/tmp")
    >>> before = dict(state)
    >>> state["cwd"] = "/srv"
    >>> with manager as previous:
    ...     inside = previous, state["cwd"]
    >>> before, inside, state
    ({'cwd': '/home'}, ('/srv', '/tmp'), {'cwd': '/srv'})
    """


def case_as_a_decorator():
    """As a decorator it wraps every call anew.

    >>> decorated({"cwd": "/"}, ["/a", "/b", "/a"])
    [('/work', '/a'), ('/work/work', '/b'), ('/work/work/work', '/a')]
    """


def case_random():
    """Some nest of blocks ends in the wrong place.

    >>> for paths, error in walks(seed, 20): walked(paths, error)  # doctest: +REFERENCE
    """


def source_uses_contextmanager():
    """You were asked for a generator with `contextmanager` above it.

    >>> decorators(tree)
    ['contextmanager']
    """
