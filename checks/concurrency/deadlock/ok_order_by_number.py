def transfer(source, target, amount):
    """Move amount from source to target, holding the locks of both."""
    if source is target:
        with source.lock:
            if source.balance < amount:
                raise ValueError("not enough money")
        return
    first, second = sorted((source, target), key=lambda account: account.number)
    with first.lock, second.lock:
        if source.balance < amount:
            raise ValueError("not enough money")
        source.balance -= amount
        target.balance += amount
