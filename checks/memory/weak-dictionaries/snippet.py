from weakref import WeakKeyDictionary, WeakValueDictionary


class Person:
    pass


ann, bob = Person(), Person()
by_name = WeakValueDictionary(ann=ann, bob=bob)
notes = WeakKeyDictionary({ann: "likes tea", bob: bob})
del ann
print(sorted(by_name))
print(len(notes))
del bob
print(sorted(by_name))
print(len(notes))
by_name["cid"] = Person()
print(sorted(by_name))
