def tag(name):
    print("make", name)

    def decorate(function):
        print("wrap", name)
        return lambda text: f"<{name}>{function(text)}</{name}>"

    return decorate


@tag("b")
@tag("i")
def shout(text):
    return text.upper()


print("ready")
print(shout("hi"))
