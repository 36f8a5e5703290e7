numbers = {1}
numbers.add(1.0)
prices = {1: "low"}
prices[True] = "high"
print(numbers, prices)
letters = dict.fromkeys("bca")
letters["b"] = 0
print(list(letters))
del letters["c"]
letters["c"] = 0
print(list(letters))
print({"x": 1, "y": 2} == {"y": 2, "x": 1}, type({}).__name__)
print(sorted(prices.keys() | {2}))
try:
    print(prices | {2})
except TypeError:
    print("TypeError")
