PROGRAMS = """
print("one", end=" ")
missing

print("two" or missing)

print("three", end=" ")
print("four"

print("five", end=" ")
def later():
    break
"""

for program in PROGRAMS.split("\n\n"):
    try:
        exec(program)  # noqa: S102
    except (SyntaxError, NameError) as error:
        print(type(error).__name__)
