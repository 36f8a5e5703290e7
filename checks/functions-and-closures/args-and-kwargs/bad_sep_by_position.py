def tag(name, sep="", /, *children, **attrs):
    opening = [name, *(f'{key.removesuffix("_")}="{value}"' for key, value in attrs.items())]
    return f"<{' '.join(opening)}>{sep.join(map(str, children))}</{name}>"
