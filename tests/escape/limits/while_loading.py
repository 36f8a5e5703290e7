# Loops for ever while it is loaded, with a finalizer behind it.
# must: timeout
# not: limits are outlived
class Last:
    def __del__(self):
        while True:
            pass


LAST = Last()
while True:
    pass
