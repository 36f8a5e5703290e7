from contextlib import ExitStack


def open_all(factories):
    managers = []
    with ExitStack() as stack:
        for factory in factories:
            manager = factory()
            stack.enter_context(manager)
            managers.append(manager)
        return managers, stack.pop_all().close
