import sys


def load_tags(lines):
    tags = [str(line).strip() for line in lines]
    for tag in tags:
        sys.intern(tag)
    return [tag for tag in tags if tag]
