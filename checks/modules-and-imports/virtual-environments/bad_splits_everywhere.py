from pathlib import PurePosixPath


def venv_info(executable, files, environ):
    prefix = PurePosixPath(executable).parent.parent
    text = files.get(str(prefix / "pyvenv.cfg"))
    if text is None:
        return {"prefix": str(prefix), "base_prefix": str(prefix), "sees_system": True}
    settings = {}
    for line in text.splitlines():
        parts = line.split("=")
        if len(parts) == 2:
            settings[parts[0].strip().lower()] = parts[1].strip()
    return {
        "prefix": str(prefix),
        "base_prefix": str(PurePosixPath(settings.get("home", "/usr/bin")).parent),
        "sees_system": settings.get("include-system-site-packages", "true").lower() == "true",
    }
