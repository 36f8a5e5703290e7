# The display hook shows the right value whatever is displayed.
# must: fail
# not: next answer differs
import sys

show = sys.displayhook


def hook(value):
    show(42)


sys.displayhook = sys.__displayhook__ = hook


def f(value):
    return None
