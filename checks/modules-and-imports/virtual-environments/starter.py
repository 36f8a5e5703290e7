def venv_info(executable: str, files: dict[str, str], environ: dict[str, str]) -> dict:
    """Return the prefix, the base prefix, and whether the system's packages are seen."""
