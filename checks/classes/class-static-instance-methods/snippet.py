class Shape:
    def name(self):
        return type(self).__name__

    @classmethod
    def create(cls):
        return cls()


class Square(Shape):
    @staticmethod
    def count(*args):
        return len(args)


square = Square()
print(Shape.name(square))
print(Square.create().name(), square.create().name())
print(Square.count("a"), square.count("a"))
print(Shape.name("text"))
