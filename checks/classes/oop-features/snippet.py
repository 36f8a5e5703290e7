from abc import ABC, abstractmethod


class Account(ABC):
    __fee = 1

    def statement(self):
        return f"{self.name()}, fee {self.__fee}"

    @abstractmethod
    def name(self):
        return "account"


class Savings(Account):
    __fee = 0

    def name(self):
        return f"savings {super().name()}"


print(Savings().statement())
print(Savings._Savings__fee)
print(hasattr(Savings, "__fee"))
try:
    print(Account().statement())
except TypeError:
    print("TypeError")
