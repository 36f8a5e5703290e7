def patched(obj, name: str, value):
    """For use with `with`: obj.name is value inside the block, and as before after it."""
