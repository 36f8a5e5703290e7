import sys


def load_tags(lines):
    return sorted({sys.intern(str(line).strip()) for line in lines if line.strip()})
