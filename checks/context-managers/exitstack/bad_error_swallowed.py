from contextlib import ExitStack


def open_all(factories):
    resources = []
    with ExitStack() as stack:
        for factory in factories:
            try:
                resources.append(stack.enter_context(factory()))
            except (OSError, ValueError):
                break
        return resources, stack.pop_all().close
