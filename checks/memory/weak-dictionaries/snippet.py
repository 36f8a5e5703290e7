import weakref


class Person:
    pass


ann, bob = Person(), Person()
by_name = weakref.WeakValueDictionary(ann=ann, bob=bob)
notes = weakref.WeakKeyDictionary({ann: "likes tea", bob: bob})
del ann
print(sorted(by_name), len(notes))
del bob
print(sorted(by_name), len(notes))
for value in ({"a", "b"}, ["a", "b"], 5):
    try:
        by_name["other"] = value
        print(type(value).__name__, "stored")
    except TypeError:
        print(type(value).__name__, "refused")
print(sorted(by_name))
