# A guard for scripts that asks for input, which never runs here.
# must: pass
def f(value):
    return value + value


if __name__ == "__main__":
    print(f(input("value? ")))
