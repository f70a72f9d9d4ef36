"""Generated from openapi/commerce_layer.yaml; not edited by hand."""

from commerce_sdk.document.open_enums import OpenEnum


class AccessScope(OpenEnum):
    """Which data a member can get at."""

    LIVE_ACCESS = "live_access"
    TEST_ACCESS = "test_access"
    ALL_ACCESS = "all_access"
