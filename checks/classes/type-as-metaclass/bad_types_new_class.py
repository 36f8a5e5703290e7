import types


def make_class(name, bases, namespace, module):
    def body(prepared):
        prepared.update(namespace, __module__=module)

    return types.new_class(name, bases, exec_body=body)
