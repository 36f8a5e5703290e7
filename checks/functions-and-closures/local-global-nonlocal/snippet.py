hits = 0


def outer():
    hits = 10

    def near():
        nonlocal hits
        hits += 1
        print("near", hits)

    def far():
        global hits
        hits += 100
        print("far", hits)

    for step in (near, far, near):
        step()


outer()
outer()
