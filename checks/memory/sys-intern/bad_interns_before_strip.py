import sys


def load_tags(lines):
    return [sys.intern(str(line)).strip() for line in lines if line.strip()]
