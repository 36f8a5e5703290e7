def cycle_start(head):
    while head is not None:
        if hasattr(head, "visited"):
            return head
        head.visited = True
        head = head.next
    return None
