from functools import partial

__all__ = ["partial"]
