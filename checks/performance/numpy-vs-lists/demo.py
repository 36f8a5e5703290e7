"""What NumPy builds on, shown with the standard library: packed values, views, fixed width."""
import struct
import sys
from array import array

floats = [float(number) for number in range(1000)]
packed = array("d", floats)
per_float = sys.getsizeof(floats[0]) + struct.calcsize("P")  # the object, and a reference to it
print("bytes for a float in the array:", packed.itemsize)
print("a list needs more than twice that:", per_float > 2 * packed.itemsize)

view = memoryview(packed)[1:4]
copied = floats[1:4]
view[0] = copied[0] = -1.0
print("written through a view of the array:", packed[1])
print("written to a slice of the list:", floats[1])
print("reading makes a new object each time:", packed[5] is packed[5], floats[5] is floats[5])

small = array("b", [100])
try:
    small[0] += 100
except OverflowError:
    print("one byte holds -128 to 127: OverflowError")
try:
    packed.append("text")
except TypeError:
    print("one type only: TypeError")
print("list * 2 repeats:", [1, 2] * 2)
print("what array * 2 means in NumPy:", [2 * number for number in [1, 2]])
