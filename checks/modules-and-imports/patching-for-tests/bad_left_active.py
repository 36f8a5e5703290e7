from unittest.mock import patch


def test_total(shop):
    get_rate = patch.object(shop, "get_rate", autospec=True, return_value=2).start()
    assert shop.total([10, 5], "USD") == 30
    get_rate.assert_called_once_with("USD")
