from unittest.mock import patch


def test_total(shop):
    with patch.object(shop, "get_rate", autospec=True, return_value=2):
        assert shop.total([10, 5], "USD") == 30
