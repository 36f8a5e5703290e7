def cycle_start(head):
    visited = set()
    while head is not None:
        if id(head) in visited:
            return head
        visited.add(id(head))
        head = head.next
    return None
