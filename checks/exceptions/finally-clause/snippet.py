def give(count, names):
    try:
        return count, names
    finally:
        count += 1
        names.append("b")


print(give(1, ["a"]))
closed = []
for divisor in (0, 2, 1):
    try:
        print(6 / divisor, closed)
        break
    except ZeroDivisionError:
        print("error", closed)
    finally:
        closed.append(divisor)
print(closed)
