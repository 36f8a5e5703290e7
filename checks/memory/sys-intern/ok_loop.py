from sys import intern


def load_tags(lines):
    tags = []
    for line in lines:
        tag = line.strip()
        if tag:
            tags.append(intern(str(tag)))
    return tags
