"""Generated from openapi/commerce.yaml; not edited by hand."""

from commerce_sdk.open_enum import OpenEnum


class OfferingHostingType(OpenEnum):
    """Where an offering runs."""

    CLOUD = "CLOUD"
    DATACENTER = "DATACENTER"
    SERVER = "SERVER"
    NONE = "NONE"
