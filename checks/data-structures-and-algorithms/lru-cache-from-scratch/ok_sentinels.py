class Node:
    """One entry, linked to its neighbours on both sides."""

    __slots__ = ("key", "next", "previous", "value")

    def __init__(self, key=None, value=None):
        self.key = key
        self.value = value


class LRUCache:
    """A dict finds the node of a key; a linked list keeps the nodes in order of use.

    Two nodes without an entry stand at the ends, so that every entry has two neighbours.
    """

    def __init__(self, capacity: int) -> None:
        if capacity < 0:
            raise ValueError("capacity must not be negative")
        self._capacity = capacity
        self._nodes = {}
        self._oldest = Node()
        self._newest = Node()
        self._oldest.next = self._newest
        self._newest.previous = self._oldest

    def get(self, key, default=None):
        node = self._nodes.get(key)
        if node is None:
            return default
        self._unlink(node)
        self._link_as_newest(node)
        return node.value

    def put(self, key, value) -> None:
        node = self._nodes.get(key)
        if node is None:
            node = self._nodes[key] = Node(key, value)
        else:
            node.value = value
            self._unlink(node)
        self._link_as_newest(node)
        if len(self._nodes) > self._capacity:
            evicted = self._oldest.next
            self._unlink(evicted)
            del self._nodes[evicted.key]

    def __len__(self) -> int:
        return len(self._nodes)

    def keys(self) -> list:
        found = []
        node = self._oldest.next
        while node is not self._newest:
            found.append(node.key)
            node = node.next
        return found

    def _unlink(self, node):
        node.previous.next = node.next
        node.next.previous = node.previous

    def _link_as_newest(self, node):
        node.previous = self._newest.previous
        node.next = self._newest
        node.previous.next = node
        node.next.previous = node
