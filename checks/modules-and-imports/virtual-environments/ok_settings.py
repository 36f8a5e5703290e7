from pathlib import PurePosixPath


def venv_info(executable: str, files: dict[str, str], environ: dict[str, str]) -> dict:
    """Return the prefix, the base prefix, and whether the system's packages are seen."""
    prefix = PurePosixPath(executable).parent.parent
    text = files.get(str(prefix / "pyvenv.cfg"))
    if text is None:
        return {"prefix": str(prefix), "base_prefix": str(prefix), "sees_system": True}
    settings = {}
    for line in text.splitlines():
        key, equals, value = line.partition("=")
        if equals:
            settings[key.strip().lower()] = value.strip()
    return {
        "prefix": str(prefix),
        "base_prefix": str(PurePosixPath(settings["home"]).parent),
        "sees_system": settings.get("include-system-site-packages", "true").lower() == "true",
    }
