from unittest.mock import patch


def patched(obj, name, value):
    """Replace an attribute within a with block."""
    return patch.object(obj, name, value)
