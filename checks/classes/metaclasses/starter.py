class Registry(type):
    """The class of classes that register themselves with their root."""
