"""Generated from openapi/commerce.yaml; not edited by hand."""

from commerce_sdk.document.open_enums import OpenEnum


class InvoiceDunningAttempt(OpenEnum):
    """Which attempt to collect it is."""

    ONE = "ONE"
    TWO = "TWO"
    THREE = "THREE"
    FOUR = "FOUR"
    FIVE = "FIVE"
