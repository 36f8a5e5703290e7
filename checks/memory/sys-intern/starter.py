def load_tags(lines) -> list[str]:
    """Return the tags, trimmed and without empty ones; equal tags are one object."""
