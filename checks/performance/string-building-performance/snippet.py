def glue(count):
    copied, text = 0, ""
    for _ in range(count):
        text += "ten chars."
        copied += len(text)
    return copied


print(glue(3))
print(glue(6))
old = word = "ab"
word += "c"
print(old, word)
print("-".join("one"))
words = ["one", "two"]
print("-".join(words))
