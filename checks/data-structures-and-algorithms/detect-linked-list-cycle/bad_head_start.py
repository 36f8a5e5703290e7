def cycle_start(head):
    if head is None:
        return None
    slow, fast = head, head.next
    while slow is not fast:
        if fast is None or fast.next is None:
            return None
        slow, fast = slow.next, fast.next.next
    slow = head
    while slow is not fast:
        slow, fast = slow.next, fast.next
    return slow
