order = same = (["tea"], 2)
try:
    order[0] += ["cake"]
    print("added")
except TypeError:
    print("refused")
print(order)
order += (3,)
order[0].append("milk")
print(order)
print(same)
try:
    print(len({order}))
except TypeError:
    print("unhashable")
