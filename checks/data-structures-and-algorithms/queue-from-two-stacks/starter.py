class Queue:
    """A first-in, first-out queue that keeps its items in two stacks."""

    def __init__(self, new_stack=list):
        """Make two stacks with new_stack(); use only append, pop(), [-1] and len."""

    def enqueue(self, item) -> None:
        """Add an item at the back."""

    def dequeue(self):
        """Remove the item at the front and return it; IndexError if there is none."""

    def peek(self):
        """Return the item at the front and leave it there; IndexError if there is none."""

    def __len__(self) -> int:
        """Return how many items wait."""
