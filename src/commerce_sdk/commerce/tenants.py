"""How the client is given the accounts that the document names."""

from __future__ import annotations

from commerce_sdk.runtime.tenants import TenantSetting

TRANSACTION = TenantSetting("transaction_account", "COMMERCE_TRANSACTION_ACCOUNT")
CATALOG = TenantSetting("catalog_account")
TENANTS = {"transaction": TRANSACTION, "catalog": CATALOG}
