class Card(int):
    compared = 0

    def __eq__(self, other):
        Card.compared += 1
        return int(self) == int(other)

    __hash__ = int.__hash__


def search(item, container):
    Card.compared = 0
    return item in container, Card.compared


cards = [Card(n) for n in range(100)]
nan, other = float("nan"), float("nan")
print(search(Card(70), cards), search(Card(500), cards))
print(search(Card(70), set(cards)), search(Card(500), set(cards)))
print(search(cards[70], cards), search(cards[70], set(cards)))
print(nan in [nan], other in {nan})
