# Raises and catches exceptions of every kind, groups and notes included.
# must: pass
import sys
import traceback


def f(value):
    try:
        try:
            raise ExceptionGroup("group", [ValueError(1), KeyboardInterrupt.__new__(TypeError)])
        except* ValueError as group:
            group.add_note("a note")
            raise SystemExit(3) from group
    except BaseException:
        traceback.print_exc(file=sys.stdout)
    try:
        down = lambda: down()
        down()
    except RecursionError:
        return value + value
