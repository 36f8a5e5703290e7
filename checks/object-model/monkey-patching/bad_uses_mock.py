from unittest import mock


def patched(obj, name, value):
    return mock.patch.object(obj, name, value, create=True)
