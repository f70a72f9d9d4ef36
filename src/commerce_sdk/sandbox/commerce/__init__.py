"""How the Commerce platform behaves, on the engine."""

from commerce_sdk.sandbox.commerce.platform import commerce_platform

__all__ = ["commerce_platform"]
