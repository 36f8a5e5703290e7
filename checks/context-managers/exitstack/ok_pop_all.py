from contextlib import ExitStack


def open_all(factories):
    """Enter the managers of the factories; return what that gave, and a function to close."""
    with ExitStack() as stack:
        resources = [stack.enter_context(factory()) for factory in factories]
        return resources, stack.pop_all().close
