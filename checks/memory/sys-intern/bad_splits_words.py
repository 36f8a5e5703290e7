import sys


def load_tags(lines):
    return [sys.intern(word) for line in lines for word in str(line).split()]
