hoard = []
while True:
    hoard.append("x" * 10_000_000)
