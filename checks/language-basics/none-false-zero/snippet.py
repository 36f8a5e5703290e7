def volume(level=None):
    return level or 50


nothing, no, zero = None, False, 0
print(nothing == no, no == zero, nothing == zero)
print(no is zero, no + 1)
print([value for value in (None, False, 0, "0", [0]) if not value])
print(zero or no, no or zero, zero and nothing)
print(volume(), volume(0))
try:
    print(nothing < zero)
except TypeError:
    print("TypeError")
