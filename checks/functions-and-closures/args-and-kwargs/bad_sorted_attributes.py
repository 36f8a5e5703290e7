def tag(name, /, *children, sep="", **attrs):
    opening = [name, *(f'{key.removesuffix("_")}="{attrs[key]}"' for key in sorted(attrs))]
    return f"<{' '.join(opening)}>{sep.join(map(str, children))}</{name}>"
