def cycle_start(head):
    visited = set()
    while head is not None:
        if head in visited:
            return head
        visited.add(head)
        head = head.next
    return None
