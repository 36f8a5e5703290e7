def tag(name, children=(), /, *, sep="", **attrs):
    opening = [name, *(f'{key.removesuffix("_")}="{value}"' for key, value in attrs.items())]
    if isinstance(children, (list, tuple)):
        children = sep.join(map(str, children))
    return f"<{' '.join(opening)}>{children}</{name}>"
