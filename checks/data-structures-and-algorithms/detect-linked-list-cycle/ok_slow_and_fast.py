def cycle_start(head):
    meeting = meeting_point(head)
    if meeting is None:
        return None
    # They met after a whole number of rounds, so the start is as far from here as from the head.
    node = head
    while node is not meeting:
        node, meeting = node.next, meeting.next
    return node


def meeting_point(head):
    slow = fast = head
    while fast is not None and fast.next is not None:
        slow, fast = slow.next, fast.next.next
        if slow is fast:
            return slow
    return None
