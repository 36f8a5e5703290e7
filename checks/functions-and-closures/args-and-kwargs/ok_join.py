def tag(name, /, *children, sep="", **attrs) -> str:
    """Return the element `name` with children and attributes."""
    opening = [name]
    for key, value in attrs.items():
        opening.append(f'{key.removesuffix("_")}="{value}"')
    return f"<{' '.join(opening)}>{sep.join(map(str, children))}</{name}>"
