"""Generated from openapi/commerce.yaml; not edited by hand."""

from commerce_sdk.document.open_enums import OpenEnum


class OrderStatus(OpenEnum):
    """Where an order stands as a whole. SUCCESS and FAILED are final. SYNC_ORDER is not explained
    by the sources; it presumably marks an order that was placed through v2, whose items then
    tell how it fares."""

    PENDING = "PENDING"
    PROCESSING = "PROCESSING"
    SUCCESS = "SUCCESS"
    FAILED = "FAILED"
    SYNC_ORDER = "SYNC_ORDER"
