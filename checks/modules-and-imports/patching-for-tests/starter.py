def test_total(shop):
    """Test `shop.total` without asking the real `rates.get_rate`."""
    assert shop.total([10, 5], "USD") == 30
