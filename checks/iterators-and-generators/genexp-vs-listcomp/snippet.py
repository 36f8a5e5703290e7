factor = 10
prices = [1, 2]
eager = [price * factor for price in prices]
lazy = (price * factor for price in prices)
factor = 100
prices = [7, 8, 9]
print(eager)
print(type(lazy).__name__)
print(list(lazy))
print(list(lazy))
try:
    lazy = (price * factor for price in range(1 // 0))
    print("no error yet")
except ZeroDivisionError:
    print("error at once")
