import pickle


class Parcel:
    rate = 2

    def __init__(self, weight):
        self.price = weight * self.rate


parcel = Parcel(5)
data = pickle.dumps((parcel, parcel))
Parcel.rate = 3
parcel.price = 99
first, second = pickle.loads(data)
print(first.price)
print(first.rate)
print(first is parcel)
print(first is second)
print(pickle.loads(pickle.dumps(len)) is len)
