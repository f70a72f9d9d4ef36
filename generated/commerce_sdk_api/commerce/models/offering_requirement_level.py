"""Generated from openapi/commerce.yaml; not edited by hand."""

from commerce_sdk.document.open_enums import OpenEnum


class OfferingRequirementLevel(OpenEnum):
    """Whether a relation is allowed or needed."""

    ALLOWED = "ALLOWED"
    REQUIRED = "REQUIRED"
