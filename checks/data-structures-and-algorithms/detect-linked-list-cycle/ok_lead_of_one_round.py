def cycle_start(head):
    length = cycle_length(head)
    if length == 0:
        return None
    behind = ahead = head
    for _ in range(length):
        ahead = ahead.next
    while behind is not ahead:
        behind, ahead = behind.next, ahead.next
    return behind


def cycle_length(head):
    """Count the nodes of the cycle, 0 if the list ends."""
    slow = fast = head
    while fast is not None and fast.next is not None:
        slow, fast = slow.next, fast.next.next
        if slow is fast:
            return round_trip(slow)
    return 0


def round_trip(start):
    steps, node = 1, start.next
    while node is not start:
        steps, node = steps + 1, node.next
    return steps
