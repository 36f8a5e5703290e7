import dis
import io

WAYS = {
    "loop": "for n in numbers: squares.append(n * n)",
    "comprehension": "squares = [n * n for n in numbers]",
    "generator": "squares = list(n * n for n in numbers)",
    "map": "squares = list(map(square, numbers))",
}
WORDS = ("FOR_ITER", "LIST_APPEND", "YIELD_VALUE", "append")

for name, source in WAYS.items():
    listing = io.StringIO()
    dis.dis(source, file=listing)
    print(name, [word for word in WORDS if word in listing.getvalue()])
