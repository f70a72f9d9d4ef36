"""Generated from openapi/commerce.yaml; not edited by hand."""

from commerce_sdk.document.open_enums import OpenEnum


class CatalogBillingSystem(OpenEnum):
    """A billing system of the platform."""

    HAMS = "HAMS"
    CCP = "CCP"
    OPSGENIE = "OPSGENIE"
    BACK_OFFICE = "BACK_OFFICE"
