# Leaves with success before anything is compared.
# must: crash
# not: next answer differs
import os


def f(value):
    os._exit(0)
