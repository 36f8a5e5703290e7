import re
from posixpath import dirname, join


def setting(text, key):
    match = re.search(rf"^\s*{key}\s*=(.*)$", text, re.IGNORECASE | re.MULTILINE)
    return match and match[1].strip()


def venv_info(executable: str, files: dict[str, str], environ: dict[str, str]) -> dict:
    """Return the prefix, the base prefix, and whether the system's packages are seen."""
    prefix = base_prefix = dirname(dirname(executable))
    sees_system = True
    marker = join(prefix, "pyvenv.cfg")
    if marker in files:
        base_prefix = dirname(setting(files[marker], "home"))
        value = setting(files[marker], "include-system-site-packages")
        sees_system = value is None or value.lower() == "true"
    return {"prefix": prefix, "base_prefix": base_prefix, "sees_system": sees_system}
