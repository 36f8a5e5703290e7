from pathlib import PurePosixPath


def venv_info(executable, files, environ):
    prefix = PurePosixPath(executable).parent.parent
    text = files.get(str(prefix / "pyvenv.cfg"))
    if text is None:
        bin_folder = str(prefix / "bin")
        return {"prefix": bin_folder, "base_prefix": bin_folder, "sees_system": True}
    settings = {}
    for line in text.splitlines():
        key, equals, value = line.partition("=")
        if equals:
            settings[key.strip().lower()] = value.strip()
    return {
        "prefix": str(prefix / "bin"),
        "base_prefix": str(PurePosixPath(settings["home"]).parent),
        "sees_system": settings.get("include-system-site-packages", "true").lower() == "true",
    }
