import contextlib


def open_all(factories):
    """Enter the managers of the factories; return what that gave, and a function to close."""
    resources = []
    with contextlib.ExitStack() as opening:
        for factory in factories:
            resources.append(opening.enter_context(factory()))
        opened = opening.pop_all()

    def close():
        opened.close()

    return resources, close
