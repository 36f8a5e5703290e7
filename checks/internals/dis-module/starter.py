def globals_read(function) -> set[str]:
    """Return the names that the function, or code in it, reads as globals or built-ins."""
