from contextlib import closing


def find_user(connection, name, mark="?"):
    with closing(connection.cursor()) as cursor:
        cursor.execute("SELECT id, name, email FROM users WHERE name = ?", (name,))
        row = cursor.fetchone()
    return None if row is None else dict(zip(("id", "name", "email"), row, strict=True))


def transfer(connection, source, target, cents, mark="?"):
    if cents <= 0:
        raise ValueError("cents must be positive")
    change = "UPDATE accounts SET cents = cents + ? WHERE id = ?"
    try:
        with closing(connection.cursor()) as cursor:
            for account, amount in ((source, -cents), (target, cents)):
                cursor.execute(change, (amount, account))
                if cursor.rowcount != 1:
                    raise LookupError(account)
            cursor.execute("SELECT cents FROM accounts WHERE id = ?", (source,))
            if cursor.fetchone()[0] < 0:
                raise ValueError("not enough money")
        connection.commit()
    except BaseException:
        connection.rollback()
        raise
