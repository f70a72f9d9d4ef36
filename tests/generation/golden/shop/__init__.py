"""What the document says of the platform as a whole.

Generated from shop.yaml; not edited by hand.
"""

from commerce_sdk.operation import Platform

PLATFORM = Platform(name="shop", server="https://shop.invalid/api")
