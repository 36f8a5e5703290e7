known = {}


def load_tags(lines):
    tags = (str(line).strip() for line in lines)
    return [known.setdefault(tag, tag) for tag in tags if tag]
