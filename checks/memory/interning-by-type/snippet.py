def shared(make, *args):
    return make(*args) is make(*args)


print("int", shared(int, "7"), shared(int, "700000"))
print("float", shared(float, "7"))
print("bool", shared(bool, "no"))
print("tuple", shared(tuple), shared(tuple, "ab"))
print("empty", shared(frozenset), shared(list))
print("bytes", shared(bytes), shared(bytes, [65]))
print("str", shared(chr, 233), shared(chr, 8364))
