def test_total(shop):
    """Test `shop.total` without asking the real `rates.get_rate`."""
    calls = []

    def get_rate(currency):
        calls.append(currency)
        return 2

    original = shop.get_rate
    shop.get_rate = get_rate
    try:
        result = shop.total([10, 5], "USD")
    finally:
        shop.get_rate = original
    assert result == 30, result
    assert calls == ["USD"], calls
