# Fills the scratch folder.
# must: error|crash
# not: next answer differs
def f(value):
    for number in range(100):
        with open(f"grescape-{number}", "wb") as file:
            file.write(b"x" * 1_000_000)
