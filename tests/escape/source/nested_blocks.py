# Blocks in blocks, each one space deeper, as text that is compiled while it runs.
# must: error|crash|memory
# not: limits are outlived
def f(value):
    exec("".join(" " * depth + "if 1:\n" for depth in range(5000)))
