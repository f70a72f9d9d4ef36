"""Generated from openapi/commerce.yaml; not edited by hand."""

from commerce_sdk.document.open_enums import OpenEnum


class SubscriptionScheduleAction(OpenEnum):
    """What a step of a schedule does."""

    UPDATE = "UPDATE"
    CANCEL = "CANCEL"
