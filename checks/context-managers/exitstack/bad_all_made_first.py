from contextlib import ExitStack


def open_all(factories):
    managers = [factory() for factory in factories]
    with ExitStack() as stack:
        resources = [stack.enter_context(manager) for manager in managers]
        return resources, stack.pop_all().close
