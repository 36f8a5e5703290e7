from configparser import ConfigParser
from pathlib import PurePosixPath


def venv_info(executable: str, files: dict[str, str], environ: dict[str, str]) -> dict:
    """Return the prefix, the base prefix, and whether the system's packages are seen."""
    prefix = base_prefix = PurePosixPath(executable).parent.parent
    sees_system = True
    text = files.get(str(prefix / "pyvenv.cfg"))
    if text is not None:
        parser = ConfigParser(interpolation=None, delimiters=["="])
        parser.read_string("[venv]\n" + text)
        base_prefix = PurePosixPath(parser["venv"]["home"]).parent
        sees_system = parser["venv"].getboolean("include-system-site-packages", True)
    return {"prefix": str(prefix), "base_prefix": str(base_prefix), "sees_system": sees_system}
