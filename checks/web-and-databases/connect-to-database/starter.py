def find_user(connection, name, mark="?"):
    """Return {"id", "name", "email"} of the user, or None."""


def transfer(connection, source, target, cents, mark="?"):
    """Move cents from one account to another: all of it, or nothing and an exception."""
