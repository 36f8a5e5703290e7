from unittest.mock import create_autospec


def test_total(shop):
    original = shop.get_rate
    shop.get_rate = create_autospec(original, return_value=2)
    assert shop.total([10, 5], "USD") == 30
    shop.get_rate.assert_called_once_with("USD")
    shop.get_rate = original
