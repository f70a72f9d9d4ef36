"""How Commerce Layer Provisioning behaves, on the engine: one store for the resources of its
document, whose tables say what each of them has. `docs/sandbox.md` says what of it is a guess."""

from commerce_sdk.sandbox.commerce_layer.platform import commerce_layer_platform

__all__ = ["commerce_layer_platform"]
