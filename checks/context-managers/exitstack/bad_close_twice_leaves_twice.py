from contextlib import ExitStack


def open_all(factories):
    managers, resources = [], []
    with ExitStack() as stack:
        for factory in factories:
            managers.append(factory())
            resources.append(stack.enter_context(managers[-1]))
        stack.pop_all()

    def close():
        with ExitStack() as closing:
            for manager in managers:
                closing.push(manager)

    return resources, close
