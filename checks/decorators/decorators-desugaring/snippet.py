def replace_by(thing):
    print("making")

    def decorate(function):
        print("decorating", function.__name__)
        return thing

    return decorate


@replace_by(len)
def size(text):
    return "body"


@replace_by(42)
def answer():
    return "body"


print("ready")
print(size("abc"), size("ab"))
print(type(answer).__name__)
