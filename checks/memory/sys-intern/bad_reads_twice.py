import sys


def load_tags(lines):
    if not any(line.strip() for line in lines):
        return []
    return [sys.intern(str(line).strip()) for line in lines if line.strip()]
