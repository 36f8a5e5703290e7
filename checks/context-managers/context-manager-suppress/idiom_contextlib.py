from contextlib import suppress

__all__ = ["suppress"]
