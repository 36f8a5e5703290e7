def transfer(source, target, amount):
    accounts = sorted({source, target}, key=lambda account: account.number)
    for account in accounts:
        account.lock.acquire()
    try:
        source.balance -= amount
        if source.balance < 0:
            raise ValueError("not enough money")
        target.balance += amount
    finally:
        for account in accounts:
            account.lock.release()
