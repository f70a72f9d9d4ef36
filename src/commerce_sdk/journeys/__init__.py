"""What spans two platforms: provisioning products and apps for an organization, and ordering them.

from commerce_sdk import journeys
"""

from commerce_sdk.journeys.errors import CheckpointFailed, JourneyFailed, ProvisioningUnclear
from commerce_sdk.journeys.journey import (
    Journey,
    JourneyResult,
    JourneyState,
    NewEntitlement,
    Steps,
)
from commerce_sdk.journeys.product import (
    CONFLUENCE_ENTERPRISE,
    JIRA_ENTERPRISE,
    JIRA_FAMILY_CONTAINER,
    JIRA_PREMIUM,
    JSM_ENTERPRISE,
    Product,
)
from commerce_sdk.journeys.products import app, confluence, jira, jsm
from commerce_sdk.journeys.start import install_app, provision_and_order, resume
from commerce_sdk.journeys.steps import (
    OrderChanged,
    OrderPlaced,
    ProductFound,
    ProvisioningBegun,
    ProvisioningChanged,
    SiteFound,
    Step,
)

__all__ = [
    "CONFLUENCE_ENTERPRISE",
    "JIRA_ENTERPRISE",
    "JIRA_FAMILY_CONTAINER",
    "JIRA_PREMIUM",
    "JSM_ENTERPRISE",
    "CheckpointFailed",
    "Journey",
    "JourneyFailed",
    "JourneyResult",
    "JourneyState",
    "NewEntitlement",
    "OrderChanged",
    "OrderPlaced",
    "Product",
    "ProductFound",
    "ProvisioningBegun",
    "ProvisioningChanged",
    "ProvisioningUnclear",
    "SiteFound",
    "Step",
    "Steps",
    "app",
    "confluence",
    "install_app",
    "jira",
    "jsm",
    "provision_and_order",
    "resume",
]


def __dir__() -> list[str]:
    return __all__
