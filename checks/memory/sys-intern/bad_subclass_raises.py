import sys


def load_tags(lines):
    tags = (line.strip() for line in lines)
    return [sys.intern(tag) for tag in tags if tag]
