"""The errors that only Commerce Layer has: what was waited for, and will not come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from commerce_sdk.errors import CommerceError

if TYPE_CHECKING:
    from commerce_sdk_api.commerce_layer.models import IdentityProvider


class VerificationFailed(CommerceError):
    """The platform could not verify an identity provider. `id` is the provider's, `provider` the
    provider as it was last seen: its `txt_record` has to stand in the DNS of its `domains`."""

    def __init__(self, id: str, provider: IdentityProvider) -> None:
        super().__init__(f"the identity provider {id} is {provider.status}, and was not verified")
        self.id = id
        self.provider = provider
