from contextlib import ExitStack


def open_all(factories):
    stack = ExitStack()
    resources = [stack.enter_context(factory()) for factory in factories]
    return resources, stack.close
