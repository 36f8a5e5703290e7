from contextlib import ExitStack


def open_all(factories):
    stack, resources = ExitStack(), []
    try:
        for factory in factories:
            resources.append(stack.enter_context(factory()))
    except BaseException:
        stack.close()
        raise
    return resources, stack.close
