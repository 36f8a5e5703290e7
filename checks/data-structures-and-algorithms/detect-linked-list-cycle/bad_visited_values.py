def cycle_start(head):
    visited = set()
    while head is not None:
        if head.value in visited:
            return head
        visited.add(head.value)
        head = head.next
    return None
