import sys

sys.setrecursionlimit(1_000_000)


def reverse(head, previous=None):
    if head is None:
        return previous
    following = head.next
    head.next = previous
    return reverse(following, head)
