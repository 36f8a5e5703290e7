import dis


def used(source, level=0):
    code = compile(source, "demo", "exec", optimize=level)
    return {instruction.argval for instruction in dis.get_instructions(code)}


print("day", 86400 in used("24 * 60 * 60 + x"))
print("hours", 3600 in used("hours * 60 * 60"), 3600 in used("hours * (60 * 60)"))
print("text", "ababab" in used("y = 'ab' * 3"), "ab" * 9999 in used("y = 'ab' * 9999"))
print("in", (1, 2, 3) in used("x in [1, 2, 3]"))
print("if", "dead" in used("if 0: dead()"))
print("assert", "ok" in used("assert ok()"), "ok" in used("assert ok()", 1))
