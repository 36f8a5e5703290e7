def hot(function, n):
    """Run function and return the n most called functions as (name, calls)."""
