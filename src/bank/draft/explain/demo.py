one, other = [1], [1]
print(one == other, one is other)
