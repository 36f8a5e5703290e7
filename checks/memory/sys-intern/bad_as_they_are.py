def load_tags(lines):
    return [str(line).strip() for line in lines if line.strip()]
