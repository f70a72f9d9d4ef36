"""Generated from openapi/commerce.yaml; not edited by hand."""

from commerce_sdk.document.open_enums import OpenEnum


class PromotionLockType(OpenEnum):
    """The kind of hold on a promotion."""

    PROMOTION_LOCK_FOR_AMENDMENT = "PROMOTION_LOCK_FOR_AMENDMENT"
