"""Generated from openapi/commerce.yaml; not edited by hand."""

from commerce_sdk.document.open_enums import OpenEnum


class OfferingHostingType(OpenEnum):
    """Where an offering runs."""

    CLOUD = "CLOUD"
    DATACENTER = "DATACENTER"
    SERVER = "SERVER"
    NONE = "NONE"
