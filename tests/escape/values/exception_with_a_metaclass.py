# The type of the exception answers when it is asked for its name.
# must: error
# not: report shows "grescape-ran"
# not: limits are outlived
class Meta(type):
    def __getattribute__(cls, name):
        print("grescape-ran")
        while True:
            pass


class Odd(Exception, metaclass=Meta):
    pass


ODD = Odd("42")


def f(value):
    raise ODD
