from sys import getsizeof


def width(char):
    return getsizeof(char * 101) - getsizeof(char * 100)


print([width(char) for char in ("a", "é", "€", "😀")])
narrow = "a" * 1000
wide = narrow + "😀"
print(getsizeof(wide) > 3 * getsizeof(narrow), len(wide))
print(getsizeof(wide[:1000]) == getsizeof(narrow))
word = "né" + chr(8364)
print(word[:] is word, word[:0] is word[3:])
print(word[1] is word[1], word[2] is word[2])
