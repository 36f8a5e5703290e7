def cycle_start(head):
    node, steps = head, 0
    while node is not None:
        earlier = head
        for _ in range(steps):
            if earlier is node:
                return node
            earlier = earlier.next
        node, steps = node.next, steps + 1
    return None
