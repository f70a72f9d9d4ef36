"""Generated from openapi/commerce.yaml; not edited by hand."""

from commerce_sdk.document.open_enums import OpenEnum


class ProrationReason(OpenEnum):
    """Why part of a cycle is charged as it is."""

    DEFAULT = "DEFAULT"
    BILLABLE_EXCLUSIONS = "BILLABLE_EXCLUSIONS"
