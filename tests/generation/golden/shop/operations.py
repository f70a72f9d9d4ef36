"""What the document says of each operation, for those who want to know it of all; each endpoint
holds its own.

Generated from shop.yaml; not edited by hand.
"""

from commerce_sdk.operation import Operation

from .api.bills import create_bill, create_plan, get_bill, list_bills, print_bill, send_bill
from .api.shelves import add_shelf, count_shelves, get_opening, remove_shelves
from .api.tills import get_till, open_till

OPERATIONS: dict[str, Operation] = {
    each.id: each
    for each in (
        get_bill.OPERATION,
        print_bill.OPERATION,
        send_bill.OPERATION,
        list_bills.OPERATION,
        create_bill.OPERATION,
        create_plan.OPERATION,
        count_shelves.OPERATION,
        add_shelf.OPERATION,
        remove_shelves.OPERATION,
        get_opening.OPERATION,
        get_till.OPERATION,
        open_till.OPERATION,
    )
}
