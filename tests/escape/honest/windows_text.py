# Saved by an editor of Windows: a mark at the start of the code would be one too, and carriage returns end the lines.
# must: pass
# generate: RETURN = "\x0d" * 1
def f(value):
    return value + value  # RETURN
