"""Generated from openapi/commerce.yaml; not edited by hand."""

from commerce_sdk.document.open_enums import OpenEnum


class OfferingCreationType(OpenEnum):
    """How the offerings to list came to be."""

    DEFAULT_OFFERING = "DEFAULT_OFFERING"
    SYNTHETIC_OFFERING = "SYNTHETIC_OFFERING"
