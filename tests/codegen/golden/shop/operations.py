"""What the document says of each operation, for those who want to know it of all; each endpoint
holds its own.

Generated from shop.yaml; not edited by hand.
"""

from commerce_sdk.document.operation import Operation

from .api.access import get_stock, log_in, refresh_login
from .api.articles import add_member, change_article, change_fees, find_articles, get_member
from .api.bills import create_bill, create_plan, get_bill, list_bills, print_bill, send_bill
from .api.goods import list_goods, list_news, list_parcels, list_shelves, list_visits, search_goods
from .api.racks import fill_rack, get_rack
from .api.stands import add_rack, count_racks, get_opening, remove_racks
from .api.tills import get_till, open_till, set_till

OPERATIONS: dict[str, Operation] = {
    each.id: each
    for each in (
        get_bill.OPERATION,
        print_bill.OPERATION,
        send_bill.OPERATION,
        list_bills.OPERATION,
        create_bill.OPERATION,
        create_plan.OPERATION,
        list_goods.OPERATION,
        search_goods.OPERATION,
        list_shelves.OPERATION,
        list_parcels.OPERATION,
        list_visits.OPERATION,
        list_news.OPERATION,
        count_racks.OPERATION,
        add_rack.OPERATION,
        remove_racks.OPERATION,
        get_opening.OPERATION,
        log_in.OPERATION,
        refresh_login.OPERATION,
        get_stock.OPERATION,
        get_rack.OPERATION,
        fill_rack.OPERATION,
        find_articles.OPERATION,
        change_article.OPERATION,
        change_fees.OPERATION,
        add_member.OPERATION,
        get_member.OPERATION,
        get_till.OPERATION,
        open_till.OPERATION,
        set_till.OPERATION,
    )
}
