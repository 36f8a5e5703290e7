from xml.etree.ElementTree import Element, tostring


def tag(name, /, *children, sep="", **attrs) -> str:
    """Return the element `name` with children and attributes."""
    element = Element(name, {key.removesuffix("_"): str(value) for key, value in attrs.items()})
    element.text = sep.join(map(str, children))
    return tostring(element, encoding="unicode", method="html")
