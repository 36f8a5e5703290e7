class Tag:
    def __repr__(self):
        return "repr"


class Label(Tag):
    def __str__(self):
        return "str"


class Note:
    def __str__(self):
        return "note"


tag, label, note = Tag(), Label(), Note()
print(str(tag) == repr(tag), str(note) == repr(note))
print(label, [label])
print(f"{label} {label!r} {label=}")
print(str([label]), f"{(label, 7)}")
print("2", ["2"], [2])
