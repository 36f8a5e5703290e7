try:
    for number in [0, 2, 1]:
        try:
            share = 10 / number
        except ArithmeticError:
            print("arithmetic error")
        except ZeroDivisionError:
            print("zero division")
        else:
            print(share / (number - 1))
        finally:
            print("finally")
except ZeroDivisionError as error:
    print("outside:", type(error).__name__)
print("error" in globals())
