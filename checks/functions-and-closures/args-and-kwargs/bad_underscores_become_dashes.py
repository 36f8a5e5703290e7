def tag(name, /, *children, sep="", **attrs):
    opening = [name]
    for key, value in attrs.items():
        attribute = key.removesuffix("_").replace("_", "-")
        opening.append(f'{attribute}="{value}"')
    return f"<{' '.join(opening)}>{sep.join(map(str, children))}</{name}>"
