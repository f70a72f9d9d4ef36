"""What the document says of each operation, for those who want to know it of all; each endpoint
holds its own.

Generated from openapi/storefront.yaml; not edited by hand.
"""

from commerce_sdk.document.operation import Operation

from .api.auth import log_in, log_out, refresh_login
from .api.orders import create_order, get_order, list_orders, update_order_status
from .api.products import create_product, delete_product, get_product, list_products, update_product

OPERATIONS: dict[str, Operation] = {
    each.id: each
    for each in (
        log_in.OPERATION,
        refresh_login.OPERATION,
        log_out.OPERATION,
        list_products.OPERATION,
        create_product.OPERATION,
        get_product.OPERATION,
        delete_product.OPERATION,
        update_product.OPERATION,
        list_orders.OPERATION,
        create_order.OPERATION,
        get_order.OPERATION,
        update_order_status.OPERATION,
    )
}
