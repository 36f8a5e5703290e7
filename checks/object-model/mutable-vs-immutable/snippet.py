def collect(item, basket=[]):
    basket.append(item)
    return basket


scores = alias = [1]
alias += [2]
print(scores, alias)
point = other = (1,)
other += (2,)
print(point, other)
word = "ab"
print(word.upper(), word)
print(collect("a"))
print(collect("b"))
