from contextlib import closing


def find_user(connection, name, mark="?"):
    """Return {"id", "name", "email"} of the user, or None."""
    with closing(connection.cursor()) as cursor:
        cursor.execute(f"SELECT id, name, email FROM users WHERE name = {mark}", (name,))
        row = cursor.fetchone()
    if row is None:
        return None
    number, name, email = row
    return {"id": number, "name": name, "email": email}


def transfer(connection, source, target, cents, mark="?"):
    """Move cents from one account to another: all of it, or nothing and an exception."""
    if cents <= 0:
        raise ValueError("cents must be positive")
    change = f"UPDATE accounts SET cents = cents + {mark} WHERE id = {mark}"
    try:
        with closing(connection.cursor()) as cursor:
            for account, amount in ((source, -cents), (target, cents)):
                cursor.execute(change, (amount, account))
                if cursor.rowcount != 1:
                    raise LookupError(account)
            cursor.execute(f"SELECT cents FROM accounts WHERE id = {mark}", (source,))
            (balance,) = cursor.fetchone()
            if balance < 0:
                raise ValueError("not enough money")
        connection.commit()
    except BaseException:
        connection.rollback()
        raise
