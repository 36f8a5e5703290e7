# Fills the scratch folder.
# must: error
# not: next answer differs
def f(value):
    for number in range(100):
        with open(f"/tmp/{number}", "wb") as file:
            file.write(b"x" * 1_000_000)
