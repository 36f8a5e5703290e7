def transfer(source, target, amount):
    with source.lock:
        if source.balance < amount:
            raise ValueError("not enough money")
        source.balance -= amount
    with target.lock:
        target.balance += amount
