def transfer(source, target, amount):
    accounts = sorted({source, target}, key=lambda account: account.number)
    for account in accounts:
        account.lock.acquire()
    if source.balance < amount:
        raise ValueError("not enough money")
    source.balance -= amount
    target.balance += amount
    for account in accounts:
        account.lock.release()
