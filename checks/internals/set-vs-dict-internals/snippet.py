numbers = {1}
numbers.add(True)
print(numbers)
prices = {1: "low"}
prices[True] = "high"
print(prices)
letters = dict.fromkeys("bca")
letters["b"] = 0
print(list(letters))
del letters["c"]
letters["c"] = 0
print(list(letters))
print(letters.keys() & {"a", "z"})
