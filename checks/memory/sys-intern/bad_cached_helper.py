from functools import cache


@cache
def shared(tag):
    return tag


def load_tags(lines):
    tags = (str(line).strip() for line in lines)
    return [shared(tag) for tag in tags if tag]
