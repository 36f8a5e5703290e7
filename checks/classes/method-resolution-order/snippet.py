class Base:
    def path(self):
        return "Base"


class Left(Base):
    def path(self):
        return "Left " + super().path()


class Right(Base):
    def path(self):
        return "Right " + super().path()


class Bottom(Left, Right):
    pass


print(Left().path())
print(Bottom().path())
print([cls.__name__ for cls in Bottom.__mro__])
print(super(Left, Bottom()).path())
