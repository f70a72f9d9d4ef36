"""What the document says of each operation, for those who want to know it of all; each endpoint
holds its own.

Generated from openapi/admin.yaml; not edited by hand.
"""

from commerce_sdk.document.operation import Operation

from .api.apps import provision_app
from .api.products import list_product_entitlements, provision_products
from .api.provisioning import get_provisioning_status
from .api.workspaces import search_workspaces

OPERATIONS: dict[str, Operation] = {
    each.id: each
    for each in (
        provision_products.OPERATION,
        provision_app.OPERATION,
        get_provisioning_status.OPERATION,
        list_product_entitlements.OPERATION,
        search_workspaces.OPERATION,
    )
}
