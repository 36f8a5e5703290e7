def cycle_start(head):
    """Return the first node of the cycle, None if the list ends. A node has .value and .next."""
