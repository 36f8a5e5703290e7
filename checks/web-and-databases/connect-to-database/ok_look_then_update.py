def find_user(connection, name, mark="?"):
    """Return {"id", "name", "email"} of the user, or None."""
    cursor = connection.cursor()
    try:
        cursor.execute(f"SELECT id, name, email FROM users WHERE name = {mark}", (name,))
        row = cursor.fetchone()
    finally:
        cursor.close()
    if row is None:
        return None
    number, name, email = row
    return {"id": number, "name": name, "email": email}


def transfer(connection, source, target, cents, mark="?"):
    """Move cents from one account to another: all of it, or nothing and an exception."""
    if cents <= 0:
        raise ValueError("cents must be positive")
    cursor = connection.cursor()
    try:
        cursor.execute(f"SELECT cents FROM accounts WHERE id = {mark}", (source,))
        row = cursor.fetchone()
        if row is None:
            raise LookupError(source)
        (balance,) = row
        if balance < cents:
            raise ValueError("not enough money")
        for account, amount in ((source, -cents), (target, cents)):
            cursor.execute(
                f"UPDATE accounts SET cents = cents + {mark} WHERE id = {mark}", (amount, account)
            )
        if cursor.rowcount == 0:
            raise LookupError(target)
        connection.commit()
    except BaseException:
        connection.rollback()
        raise
    finally:
        cursor.close()
