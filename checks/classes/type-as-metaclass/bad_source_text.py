def make_class(name, bases, namespace, module):
    known = {f"base{number}": base for number, base in enumerate(bases)}
    known["__name__"] = module
    lines = [f"class {name}({', '.join(sorted(known.keys() - {'__name__'}))}):", "    pass"]
    lines += [f"    {key} = {value!r}" for key, value in namespace.items()]
    exec("\n".join(lines), known)  # noqa: S102
    return known[name]
