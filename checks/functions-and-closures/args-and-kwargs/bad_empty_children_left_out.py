def tag(name, /, *children, sep="", **attrs):
    opening = [name, *(f'{key.removesuffix("_")}="{value}"' for key, value in attrs.items())]
    return f"<{' '.join(opening)}>{sep.join(str(child) for child in children if child)}</{name}>"
