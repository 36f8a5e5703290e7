def count_calls(function):
    """Decorate a function so that it counts its calls in the attribute `calls`."""
    return function
