class Singleton(type):
    """The class of classes that have at most one instance each."""
