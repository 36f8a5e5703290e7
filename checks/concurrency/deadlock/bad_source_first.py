def transfer(source, target, amount):
    if source is target:
        with source.lock:
            if source.balance < amount:
                raise ValueError("not enough money")
        return
    with source.lock, target.lock:
        if source.balance < amount:
            raise ValueError("not enough money")
        source.balance -= amount
        target.balance += amount
