def transfer(source, target, amount):
    """Move amount from source to target, holding the locks of both."""
    with source.lock:
        source.balance -= amount
