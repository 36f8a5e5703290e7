import sys


def load_tags(lines) -> list[str]:
    """Return the tags, trimmed and without empty ones; equal tags are one object."""
    trimmed = (str(line).strip() for line in lines)
    return [sys.intern(tag) for tag in trimmed if tag]
