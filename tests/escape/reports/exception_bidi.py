# A message whose characters change the direction of what follows, hide, or end the line for some readers.
# must: error
# not: next answer differs
def f(value):
    raise ValueError("".join(map(chr, [0x202A, 0x202E, 0x2066, 0x2069, 0x200B, 0x200F, 0x2028, 0x2029, 0x85, 0xFEFF, 0xE0041, 0xAD])))
