from unittest.mock import patch


def test_total(shop):
    """Test `shop.total` without asking the real `rates.get_rate`."""
    with patch.object(shop, "get_rate", autospec=True, return_value=2) as get_rate:
        assert shop.total([10, 5], "USD") == 30
    get_rate.assert_called_once_with("USD")
