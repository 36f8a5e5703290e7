def transfer(source, target, amount):
    with max(source, target, key=lambda account: account.number).lock:
        if source.balance < amount:
            raise ValueError("not enough money")
        source.balance -= amount
        target.balance += amount
