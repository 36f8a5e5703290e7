from unittest.mock import patch


def test_total(shop):
    with patch.object(shop, "total", autospec=True, return_value=30) as total:
        assert shop.total([10, 5], "USD") == 30
    total.assert_called_once_with([10, 5], "USD")
