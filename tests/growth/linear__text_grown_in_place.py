def f(items):
    text = ""
    for item in items:
        text += "x" if item % 2 else "y"
    return text
