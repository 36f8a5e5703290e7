# Catches its own output.
# must: pass
import contextlib
import io


def f(value):
    with contextlib.redirect_stdout(io.StringIO()) as caught, contextlib.redirect_stderr(caught):
        print("caught")
    assert caught.getvalue() == "caught\n"
    return value + value
