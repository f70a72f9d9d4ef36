"""How the storefront behaves, on the engine."""

from commerce_sdk.sandbox.storefront.platform import storefront_platform

__all__ = ["storefront_platform"]
