def reverse(head):
    nodes = []
    while head is not None:
        nodes.append(head)
        head = head.next
    previous = None
    for node in nodes:
        node.next = previous
        previous = node
    return previous
