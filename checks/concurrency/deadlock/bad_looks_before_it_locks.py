def transfer(source, target, amount):
    if source.balance < amount:
        raise ValueError("not enough money")
    if source is target:
        return
    first, second = sorted((source, target), key=lambda account: account.number)
    with first.lock, second.lock:
        source.balance -= amount
        target.balance += amount
