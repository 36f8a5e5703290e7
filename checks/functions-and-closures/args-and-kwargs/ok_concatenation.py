def tag(element, /, *children, sep="", **attributes) -> str:
    """Return an HTML element with children and attributes."""
    html = "<" + element
    for key, value in attributes.items():
        attribute = key[:-1] if key[-1] == "_" else key
        html += " " + attribute + '="' + str(value) + '"'
    html += ">" + sep.join(str(child) for child in children)
    return html + "</" + element + ">"
