from contextlib import ExitStack


def transfer(source, target, amount):
    """Move amount from source to target, holding the locks of both."""
    by_number = {account.number: account for account in (source, target)}
    with ExitStack() as stack:
        for number in sorted(by_number):
            stack.enter_context(by_number[number].lock)
        if source.balance < amount:
            raise ValueError("not enough money")
        source.balance -= amount
        target.balance += amount
