# The display hook is called by the answer with many guesses, of which one is right.
# must: fail
# not: next answer differs
import sys


def f(value):
    for guess in (1, 42, [1, 2, 1, 2], value):
        sys.displayhook(guess)
