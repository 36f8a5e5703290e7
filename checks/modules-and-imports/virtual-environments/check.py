"""Find out whether an interpreter is in a virtual environment, and what it sees."""
import random

from answer import venv_info

EXECUTABLE = "/srv/shop/.venv/bin/python"
CFG = "/srv/shop/.venv/pyvenv.cfg"


def info(text=None, executable=EXECUTABLE, environ=None, at=CFG, **others):
    """What is found with the given text at the place of the marker, as a list."""
    files = dict(others)
    if text is not None:
        files[at] = text
    found = venv_info(executable, files, environ or {})
    return [found["prefix"], found["base_prefix"], found["sees_system"]]


def sees(*values):
    """For each value of the setting: does the environment see the system's packages?"""
    texts = (f"home = /usr/bin\ninclude-system-site-packages = {value}\n" for value in values)
    return [info(text)[2] for text in texts]


def configurations(seed, count):
    rng = random.Random(seed)
    for _ in range(count):
        space = rng.choice(["", " ", "  "])
        home = rng.choice(["/usr/bin", "/opt/a=b/bin", "/usr/local/bin", "/x/y/z"])
        lines = [
            rng.choice(["home", "HOME", "Home"]) + space + "=" + space + home,
            rng.choice(["version = 3.12.1", "homepage = /no/bin", "# home = /no/bin", "home", ""]),
            "prompt = include-system-site-packages",
        ]
        if rng.random() < 0.7:
            value = rng.choice(["true", "false", "True", "FALSE", "yes", "1", ""])
            lines.append(f"include-system-site-packages{space}={space}{value}{space}")
        rng.shuffle(lines)
        executable = f"/srv/{rng.choice('ab')}/bin/python{rng.choice(['', '3', '3.12'])}"
        yield executable, {f"/srv/{rng.choice('ab')}/pyvenv.cfg": "\n".join(lines)}


def sample_in_an_environment():
    """
    >>> cfg = "home = /usr/bin\\ninclude-system-site-packages = false\\nversion = 3.12.1\\n"
    >>> venv_info("/srv/env/bin/python", {"/srv/env/pyvenv.cfg": cfg}, {})
    {'prefix': '/srv/env', 'base_prefix': '/usr', 'sees_system': False}
    """


def sample_no_environment():
    """
    >>> venv_info("/usr/bin/python3", {}, {})
    {'prefix': '/usr', 'base_prefix': '/usr', 'sees_system': True}
    """


def case_result_is_a_dict_of_three():
    """The result is a dict with the three keys and nothing more.

    >>> venv_info("/srv/env/bin/python", {"/srv/env/pyvenv.cfg": "home = /opt/py/bin"}, {})
    {'prefix': '/srv/env', 'base_prefix': '/opt/py', 'sees_system': True}
    >>> venv_info("/opt/py/bin/python3.12", {}, {})
    {'prefix': '/opt/py', 'base_prefix': '/opt/py', 'sees_system': True}
    """


def case_environment_variables_play_no_part():
    """Activation only sets variables for the shell; the interpreter goes by its own place.

    >>> active = {"VIRTUAL_ENV": "/srv/env", "PATH": "/srv/env/bin:/usr/bin"}
    >>> info(None, "/usr/bin/python3", active, **{"/srv/env/pyvenv.cfg": "home = /usr/bin"})
    ['/usr', '/usr', True]
    >>> info("home = /usr/bin\\ninclude-system-site-packages = false", environ=active)
    ['/srv/shop/.venv', '/usr', False]
    >>> info("home = /usr/local/bin", environ={"PATH": "/usr/bin"})
    ['/srv/shop/.venv', '/usr/local', True]
    """


def case_marker_is_one_folder_up():
    """`pyvenv.cfg` counts in the folder above that of the executable, not further up or below.

    >>> info("home = /usr/bin", at="/srv/shop/pyvenv.cfg")
    ['/srv/shop/.venv', '/srv/shop/.venv', True]
    >>> info("home = /usr/bin", at="/pyvenv.cfg")
    ['/srv/shop/.venv', '/srv/shop/.venv', True]
    >>> info("home = /usr/bin", at="/srv/shop/.venv/lib/pyvenv.cfg")
    ['/srv/shop/.venv', '/srv/shop/.venv', True]
    >>> info("home = /usr/bin", "/bin/python", at="/pyvenv.cfg")
    ['/', '/usr', True]
    """


def case_base_prefix_comes_from_home():
    """`home` is the folder of the original executable; the base prefix is the folder above it.

    >>> info("home = /opt/python/3.12/bin"), info("home = /usr/local/bin")
    (['/srv/shop/.venv', '/opt/python/3.12', True], ['/srv/shop/.venv', '/usr/local', True])
    """


def case_system_packages_only_if_true():
    """Only `true`, in any case of letters, lets the system's packages in.

    >>> sees("true", "True", "TRUE", "false", "False", "yes", "1", "on", "", "truely", "not true")
    [True, True, True, False, False, False, False, False, False, False, False]
    """


def case_setting_is_missing():
    """Without the setting Python takes it for true.

    >>> info("home = /usr/bin\\nversion = 3.12.1\\n"), info("version = 3\\nhome = /usr/bin")
    (['/srv/shop/.venv', '/usr', True], ['/srv/shop/.venv', '/usr', True])
    """


def case_spaces_and_letters():
    """Spaces around key and value do not count, nor do capital letters in the key.

    >>> info("  HOME=/usr/bin  \\nInclude-System-Site-Packages=false")
    ['/srv/shop/.venv', '/usr', False]
    >>> info("home   =   /opt/my python/bin\\ninclude-system-site-packages  =  FALSE  ")
    ['/srv/shop/.venv', '/opt/my python', False]
    """


def case_only_the_first_equals_sign_divides():
    """A path may contain an equals sign: only the first one divides key and value.

    >>> info("home = /opt/v=3/bin\\ncommand = python -m venv --prompt=x /srv/env")
    ['/srv/shop/.venv', '/opt/v=3', True]
    """


def case_other_lines_do_not_count():
    """Other keys, comments and lines without an equals sign change nothing.

    >>> info("# home = /no/bin\\nhome = /usr/bin\\nhomepage = /not/this\\nmy home = /x\\nhome\\n")
    ['/srv/shop/.venv', '/usr', True]
    >>> text = "home = /usr/bin\\ninclude-system-site-packages = false\\n"
    >>> info(text + "# include-system-site-packages = true\\ninclude-system-site-packages\\n\\n")
    ['/srv/shop/.venv', '/usr', False]
    """


def case_nothing_is_changed():
    """The arguments belong to the caller.

    >>> files, environ = {CFG: "home = /usr/bin"}, {"VIRTUAL_ENV": "/x"}
    >>> venv_info(EXECUTABLE, files, environ)["base_prefix"]
    '/usr'
    >>> files, environ
    ({'/srv/shop/.venv/pyvenv.cfg': 'home = /usr/bin'}, {'VIRTUAL_ENV': '/x'})
    """


def case_random():
    """Some configuration is read wrongly: try other orders of lines, spaces and capital letters.

    >>> for executable, files in configurations(seed, 40):
    ...     venv_info(executable, files, {})                     # doctest: +REFERENCE
    """
