import sys


def status():
    pass


word, start = "status", "sta"
folded, built = "sta" + "tus", start + "tus"
print(folded is word)
print(built == word, built is word)
print(status.__name__ is word)
setattr(status, built, "open")
[name] = vars(status)
print(name is word)
[key] = {built: "open"}
print(key is word)
print(sys.intern(built) is word, built is word)
