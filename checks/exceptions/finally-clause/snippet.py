def divide(divisors):
    for divisor in divisors:
        try:
            return 6 / divisor, log
        except ZeroDivisionError:
            print("error", log)
        finally:
            log.append(divisor)
            divisor = 1


log = []
try:
    print(divide([0, 2, 3]))
    divide([0, "x"])
except TypeError:
    print("outside", log)
