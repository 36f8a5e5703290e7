import sys
from contextlib import chdir
from pathlib import Path
from tempfile import TemporaryDirectory

FILES = {
    "cart": "print('cart'); import price; total = 8 + price.tax; print('cart done')",
    "price": "print('price'); import cart; print(hasattr(cart, 'total')); tax = 2",
    "left": "from right import two; one = 1",
    "right": "from left import one; two = 2",
}
with TemporaryDirectory() as folder, chdir(folder):
    sys.path.insert(0, folder)
    for name, text in FILES.items():
        Path(f"{name}.py").write_text(text)
    import cart
    print(cart.total, cart.price.cart is cart)
    try:
        import left
        print(left.one)
    except ImportError as error:
        print("no", error.name)
    print([name for name in FILES if name in sys.modules])
