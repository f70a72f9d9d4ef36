"""Generated from openapi/commerce.yaml; not edited by hand."""

from commerce_sdk.document.open_enums import OpenEnum


class EndOfTrialBehaviour(OpenEnum):
    """What happens when a trial ends: it becomes paid, it ends, or the state before it comes back."""

    CONVERT_TO_PAID = "CONVERT_TO_PAID"
    CANCEL = "CANCEL"
    REVERT_TRIAL = "REVERT_TRIAL"
