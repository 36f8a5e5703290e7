def reverse(head):
    previous = None
    while head is not None:
        previous, head, head.next = head, head.next, previous
    return previous
