"""The neutral platform: a fictional shop that only the tests have, on what all platforms share.

Its document is `tests/codegen/documents/shop.yaml`; this is the facade over what is generated from that.
"""

from tests.shop.client import ShopClient

__all__ = ["ShopClient"]
