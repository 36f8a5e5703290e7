import sys


def open_all(factories):
    managers, resources = [], []

    def leave(*details):
        while managers:
            managers.pop(0).__exit__(*details)

    try:
        for factory in factories:
            manager = factory()
            resources.append(manager.__enter__())
            managers.append(manager)
    except Exception:
        leave(*sys.exc_info())
        raise
    return resources, lambda: leave(None, None, None)
