"""What is provisioned, made by a function that reads like what it is."""

from __future__ import annotations

from msgspec import UNSET

from commerce_sdk.runtime.keywords import in_keywords
from commerce_sdk_api.admin.models.provisioned_offering_input import ProvisionedOfferingInput


@in_keywords
def offering(offering_id: str, *, location: str | None = None) -> ProvisionedOfferingInput:
    """An offering to provision. Values are checked when it is sent.

    Args:
        offering_id: The offering's id.
        location: Where its data are to be kept, such as `us`; left out, the platform decides.
    """
    return ProvisionedOfferingInput(
        id=offering_id, location=UNSET if location is None else location
    )
