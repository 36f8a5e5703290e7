def counter(start):
    def add():
        nonlocal start
        start += 1
        return start

    start *= 2
    return add, lambda: start


add, read = counter(10)
other, _ = counter(50)
print(add(), other())
print(add(), read())
late = [lambda: i for i in range(3)]
early = [lambda i=i: i for i in range(3)]
print([call() for call in late])
print([call() for call in early])
