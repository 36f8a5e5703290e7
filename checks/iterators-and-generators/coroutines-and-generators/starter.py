def run(tasks):
    """Run generators in turns; return (number, kind, value) of each, in order of finishing."""
