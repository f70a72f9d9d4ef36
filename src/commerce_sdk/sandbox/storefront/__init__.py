"""How the storefront behaves, on the engine. Much of it is not published: `docs/sandbox.md` says of
each rule whether it is a guess."""

from commerce_sdk.sandbox.storefront.platform import storefront_platform

__all__ = ["storefront_platform"]
