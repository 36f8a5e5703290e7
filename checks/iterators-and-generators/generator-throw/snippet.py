def worker():
    while True:
        try:
            yield "ready"
        except ValueError as error:
            yield f"handled {error}"


walk, fresh = worker(), worker()
print(next(walk))
for generator, error in (walk, ValueError(1)), (walk, TypeError(2)), (fresh, ValueError(3)):
    try:
        print(generator.throw(error))
    except (ValueError, TypeError) as escaped:
        print("escaped", escaped)
    print(next(generator, "finished"))
