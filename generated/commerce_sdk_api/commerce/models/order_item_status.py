"""Generated from openapi/commerce.yaml; not edited by hand."""

from commerce_sdk.document.open_enums import OpenEnum


class OrderItemStatus(OpenEnum):
    """Where one item stands. Failure is FAIL here, FAILED for a whole order."""

    PROCESSING = "PROCESSING"
    SUCCESS = "SUCCESS"
    FAIL = "FAIL"
