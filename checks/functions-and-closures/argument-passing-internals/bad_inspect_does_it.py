from inspect import Parameter, Signature

KINDS = {
    "posonly": Parameter.POSITIONAL_ONLY,
    "normal": Parameter.POSITIONAL_OR_KEYWORD,
    "varargs": Parameter.VAR_POSITIONAL,
    "kwonly": Parameter.KEYWORD_ONLY,
    "varkw": Parameter.VAR_KEYWORD,
}


def bind(spec, args, kwargs):
    parameters = []
    for key, kind in KINDS.items():
        names = spec[key] if isinstance(spec[key], list) else [spec[key]]
        for name in filter(None, names):
            default = spec["defaults"].get(name, Parameter.empty)
            parameters.append(Parameter(name, kind, default=default))
    bound = Signature(parameters).bind(*args, **kwargs)
    bound.apply_defaults()
    return dict(bound.arguments)
