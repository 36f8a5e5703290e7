class Seat:
    pass


seats = {(1, 2): "free"}
for key in ([1, 2], (1, [2]), frozenset([1, 2]), Seat()):
    try:
        seats[key] = "free"
        print(type(key).__name__, "stored")
    except TypeError:
        print(type(key).__name__, "refused")
seats[(1.0, 2.0)] = "taken"
print(seats[1, 2], len(seats))
try:
    print([1, 2] in seats)
except TypeError:
    print("TypeError")
