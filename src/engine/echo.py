def by_heart(name, samples):
    """A function that knows what `name` gives for the arguments of the samples."""
    known = {}
    for source, output in samples:
        def learn(*args, **kwargs):
            known[repr((args, sorted(kwargs.items())))] = eval(output)

        try:
            eval(source, {name: learn})
        except Exception:
            pass  # A sample that is no plain call.

    def answer(*args, **kwargs):
        return known.get(repr((args, sorted(kwargs.items()))))

    return answer
