from pathlib import PurePosixPath


def venv_info(executable, files, environ):
    prefix = PurePosixPath(executable).parent.parent
    text = files.get(str(prefix / "pyvenv.cfg"))
    base_prefix, sees_system = prefix, True
    for line in (text or "").splitlines():
        key, _, value = line.partition("=")
        key = key.strip().lower()
        if key.startswith("home"):
            base_prefix = PurePosixPath(value.strip()).parent
        elif key == "include-system-site-packages":
            sees_system = value.strip().lower() == "true"
    return {"prefix": str(prefix), "base_prefix": str(base_prefix), "sees_system": sees_system}
