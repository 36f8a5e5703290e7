def see(value):
    print(value, end=" ")
    return value


print("->", see(0) and see(1) or see(2))
print("->", see(3) < see(1) < see(9))
print("->", any(see(n) for n in [0, 4, 5]))
listed = [see(n) for n in [0, 4, 5]]
print("->", any(listed))
squares = (see(n * n) for n in (see(n) for n in [2, 3]))
print("made")
print("->", next(squares))
print("->", {"key": 7}.get("key", see(8)))
