def remove_all(items: list, value) -> int:
    """Remove what is or equals value from the list, in place; return how many went."""


def take_front(items: list, k: int) -> list:
    """Remove the first k items from the list and return them as a list."""
