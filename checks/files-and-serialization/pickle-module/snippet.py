import pickle


class Parcel:
    label = "blue"
    made = 0

    def __init__(self, weight):
        Parcel.made += 1
        self.weight = weight


parcel, items = Parcel(5), ["cup"]
data = pickle.dumps((parcel, items, items))
Parcel.label = "red"
parcel.weight = 9
clone, first, second = pickle.loads(data)
print(Parcel.made, clone.weight, clone.label)
print(sorted(vars(clone)))
print(clone is parcel, first is second, first is items)
for function in (len, lambda: 0):
    try:
        print(pickle.loads(pickle.dumps(function)) is function)
    except (AttributeError, pickle.PicklingError):
        print("refused")
