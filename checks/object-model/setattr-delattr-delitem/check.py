"""Settings that are attributes and items."""
import copy
import random

from answer import Config


def attempt(action, *args):
    """Return what an action returns, or the name of its exception."""
    try:
        return action(*args)
    except (AttributeError, KeyError, TypeError) as error:
        return type(error).__name__


def deep_copy(config):
    return copy.deepcopy(config)


def set_item(config, name, value):
    config[name] = value


def delete_item(config, name):
    del config[name]


def read_item(config, name):
    return config[name]


ACTIONS = {
    "set attribute": setattr,
    "set item": set_item,
    "delete attribute": lambda config, name, value: delattr(config, name),
    "delete item": lambda config, name, value: delete_item(config, name),
    "read attribute": lambda config, name, value: getattr(config, name),
    "read item": lambda config, name, value: read_item(config, name),
}


def scripts(seed, count):
    chance = random.Random(seed)
    for _ in range(count):
        yield [(chance.choice(sorted(ACTIONS)), chance.choice("abcd"), step) for step in range(30)]


def replay(script):
    """Return what each step gave, then all settings."""
    config = Config(a="first")
    gave = [attempt(ACTIONS[action], config, *rest) for action, *rest in script]
    return gave, [(name, config[name]) for name in config]


def sample_two_ways_in():
    """
    >>> config = Config(port=80)
    >>> config.host = "local"
    >>> config["port"] = 8080
    >>> config.port, config["host"], len(config)
    (8080, 'local', 2)
    """


def sample_missing():
    """
    >>> attempt(getattr, Config(), "port"), attempt(read_item, Config(), "port")
    ('AttributeError', 'KeyError')
    """


def case_names_in_order():
    """The loop gives the names of the settings, and nothing that is yours.

    >>> config = Config(b=1, a=2)
    >>> config["d"] = 3
    >>> config.c = 4
    >>> config.b = 5
    >>> list(config), len(config), [config[name] for name in config]
    (['b', 'a', 'd', 'c'], 4, [5, 2, 3, 4])
    >>> list(Config()), len(Config()), "a" in config, "z" in config
    ([], 0, True, False)
    """


def case_missing_attribute():
    """A missing attribute is an AttributeError, a missing item a KeyError.

    >>> config = Config(port=None, zero=0)
    >>> config.port, config["port"], config.zero, config["zero"]
    (None, None, 0, 0)
    >>> config.ports
    Traceback (most recent call last):
    AttributeError
    >>> config["ports"]
    Traceback (most recent call last):
    KeyError
    """


def case_asking_politely():
    """`hasattr` and `getattr` with a default must work for names that are not there.

    >>> config = Config(port=80)
    >>> hasattr(config, "port"), hasattr(config, "host"), getattr(config, "host", "default")
    (True, False, 'default')
    """


def case_delete_both_ways():
    """What is deleted one way is gone the other way too.

    >>> config = Config(a=1, b=2, c=3)
    >>> del config["a"]
    >>> del config.b
    >>> hasattr(config, "a"), hasattr(config, "b"), list(config), len(config)
    (False, False, ['c'], 1)
    >>> attempt(getattr, config, "a"), attempt(read_item, config, "b")
    ('AttributeError', 'KeyError')
    >>> config.a = 4
    >>> config["a"], list(config)
    (4, ['c', 'a'])
    """


def case_delete_missing():
    """Deleting what is not there says so, each way with its own exception.

    >>> config = Config(a=1)
    >>> del config.b
    Traceback (most recent call last):
    AttributeError
    >>> del config["b"]
    Traceback (most recent call last):
    KeyError
    >>> list(config), config.a
    (['a'], 1)
    """


def case_frozen_both_ways():
    """A frozen config refuses to set and to delete, known names and new ones, and still reads.

    >>> config = Config(a=1, b=2)
    >>> config.freeze()
    >>> attempt(setattr, config, "a", 5), attempt(setattr, config, "new", 5)
    ('TypeError', 'TypeError')
    >>> attempt(set_item, config, "a", 5), attempt(set_item, config, "new", 5)
    ('TypeError', 'TypeError')
    >>> attempt(delattr, config, "a"), attempt(delattr, config, "new")
    ('TypeError', 'TypeError')
    >>> attempt(delete_item, config, "a"), attempt(delete_item, config, "new")
    ('TypeError', 'TypeError')
    >>> config.a, config["b"], list(config), attempt(getattr, config, "new")
    (1, 2, ['a', 'b'], 'AttributeError')
    """


def case_names_that_dict_has():
    """Only `freeze` is reserved: `items`, `keys`, `pop` and `values` are settings like others.

    >>> config = Config(items=["a"], values=3)
    >>> config.keys = "front door"
    >>> config["pop"] = "corn"
    >>> config.items, config.values, config.keys, config.pop, config["items"], len(config)
    (['a'], 3, 'front door', 'corn', ['a'], 4)
    """


def case_two_configs_share_nothing():
    """Each config has its own settings and is frozen for itself.

    >>> first, second = Config(a=1), Config(a=2)
    >>> first.freeze()
    >>> second.b = 3
    >>> first.a, second.a, hasattr(first, "b"), list(Config())
    (1, 2, False, [])
    """


def case_deep_copy():
    """A deep copy has the same settings and is independent of the original.

    >>> config = Config(ports=[80], name="web")
    >>> clone = deep_copy(config)
    >>> clone.ports.append(443)
    >>> clone["name"] = "copy"
    >>> config.ports, config.name, clone["ports"], clone.name, list(clone)
    ([80], 'web', [80, 443], 'copy', ['ports', 'name'])
    """


def case_random():
    """Some mixture of steps by attribute and by item goes wrong.

    >>> for script in scripts(seed, 20): replay(script)  # doctest: +REFERENCE
    """
