def transfer(source, target, amount):
    if source is target:
        with source.lock:
            if source.balance < amount:
                raise ValueError("not enough money")
        return
    first, second = sorted((source, target), key=lambda account: account.balance)
    with first.lock, second.lock:
        if source.balance < amount:
            raise ValueError("not enough money")
        source.balance -= amount
        target.balance += amount
