def auto_repr(cls):
    """Give a class a __repr__ made from the parameters of its __init__."""
    return cls
