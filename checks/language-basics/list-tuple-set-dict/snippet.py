items = ["b", "a", "b"]
print(len(tuple(items)), len(set(items)))
print(list(dict.fromkeys(items)))
for box in ((1,), {1}, {"one": 1}):
    try:
        box[0] = "new"
        print(type(box).__name__, "changed")
    except TypeError:
        print(type(box).__name__, "refused")
empty, single = {}, ("a")
print(type(empty).__name__, type(single).__name__)
print([1, 2] == (1, 2), {1, 2} == {2, 1})
prices = {"tea": 3}
print("tea" in prices, 3 in prices)
