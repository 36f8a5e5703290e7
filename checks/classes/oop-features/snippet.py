class Account:
    __fee = 1

    def name(self):
        return "account"

    def statement(self):
        return f"{self.name()}, fee {self.__fee}"


class Savings(Account):
    __fee = 0

    def name(self):
        return "savings " + super().name()


savings = Savings()
print(savings.statement())
print(Account.statement(savings))
print(getattr(savings, "__fee", "absent"))
print(getattr(savings, "_Savings__fee", "absent"))
