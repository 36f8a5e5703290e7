from pathlib import PurePosixPath


def venv_info(executable, files, environ):
    prefix = PurePosixPath(executable).parent.parent
    text = files.get(str(prefix / "pyvenv.cfg"))
    if text is None:
        return {"prefix": str(prefix), "base_prefix": str(prefix), "sees_system": True}
    settings = {}
    for line in text.splitlines():
        key, equals, value = line.partition("=")
        if equals:
            settings[key.rstrip(" ").lower()] = value.removeprefix(" ")
    return {
        "prefix": str(prefix),
        "base_prefix": str(PurePosixPath(settings["home"]).parent),
        "sees_system": settings.get("include-system-site-packages", "true").lower() == "true",
    }
