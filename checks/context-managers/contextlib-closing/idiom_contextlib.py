from contextlib import closing

__all__ = ["closing"]
