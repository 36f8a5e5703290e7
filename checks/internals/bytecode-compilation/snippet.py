def make(step):
    def add(n):
        total = n + step
        return round(total)
    return add


one, two = make(1), make(2)
print(one is two, one.__code__ is two.__code__)
print(one.__code__.co_varnames, one.__code__.co_freevars, one.__code__.co_names)
code = compile("x = double(6)", "demo", "exec")
print("compiled", sorted(code.co_names))
space = {"double": lambda n: n * 2}
print(exec(code, space), space["x"])  # noqa: S102
print(eval(compile("x + 1", "demo", "eval"), space))
