import threading

everything = threading.Lock()


def transfer(source, target, amount):
    with everything:
        if source.balance < amount:
            raise ValueError("not enough money")
        source.balance -= amount
        target.balance += amount
