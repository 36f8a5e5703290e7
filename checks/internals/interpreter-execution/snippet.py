from functools import partial

PROGRAMS = """
say("one")
say("two"
---
say("three")
missing
---
def later():
    missing
say("four")
---
say("five")
if False:
    break
---
number = 6
def show():
    say(number)
    number = 7
show()
"""

say = partial(print, end=" ")
for program in PROGRAMS.split("---"):
    try:
        exec(program, {"say": say})  # noqa: S102
        print("done")
    except (SyntaxError, NameError) as error:
        print(type(error).__name__)
