def f(items):
    text = ""
    for item in items:
        text = "x" + text
    return text
