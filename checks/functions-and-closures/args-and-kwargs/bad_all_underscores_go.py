def tag(name, /, *children, sep="", **attrs):
    opening = [name, *(f'{key.rstrip("_")}="{value}"' for key, value in attrs.items())]
    return f"<{' '.join(opening)}>{sep.join(map(str, children))}</{name}>"
