from contextlib import ExitStack


def open_all(factories):
    with ExitStack() as stack:
        first, *factories = factories
        resources = [stack.enter_context(first())]
        resources += [stack.enter_context(factory()) for factory in factories]
        return resources, stack.pop_all().close
