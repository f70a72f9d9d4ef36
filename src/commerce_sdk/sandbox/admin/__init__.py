"""How the organization administration behaves, on the engine."""

from commerce_sdk.sandbox.admin.platform import admin_platform

__all__ = ["admin_platform"]
