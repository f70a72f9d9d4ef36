"""Generated from openapi/commerce.yaml; not edited by hand."""

from commerce_sdk.document.open_enums import OpenEnum


class OfferingRequirementSide(OpenEnum):
    """On which side of a relation an offering stands."""

    FROM = "FROM"
    TO = "TO"
