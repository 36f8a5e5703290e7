from unittest.mock import patch


def test_total(shop):
    with patch.object(shop, "get_rate", autospec=True, return_value=2) as get_rate:
        shop.total([10, 5], "USD")
    get_rate.assert_called_once_with("USD")
