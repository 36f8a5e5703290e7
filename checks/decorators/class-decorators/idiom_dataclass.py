from dataclasses import dataclass


def auto_repr(cls):
    """Give a class a __repr__ made from its annotated fields."""
    return dataclass(eq=False)(cls)
