def load_tags(lines):
    seen, tags = [], []
    for line in lines:
        tag = str(line).strip()
        if not tag:
            continue
        if tag not in seen:
            seen.append(tag)
        tags.append(seen[seen.index(tag)])
    return tags
