"""The models and enums of shop.yaml, each loaded on first use.

The stub beside this file lists them for type checkers.
"""

from commerce_sdk.lazy import lazily

__getattr__, __dir__ = lazily(
    globals(),
    {
        "Article": ".article",
        "ArticleChange": ".article_change",
        "Articles": ".articles",
        "BackupInput": ".backup_input",
        "Bill": ".bill",
        "BillInput": ".bill_input",
        "BillPage": ".bill_page",
        "Colour": ".colour",
        "Company": ".company",
        "CopyInput": ".copy_input",
        "Fault": ".fault",
        "FeesChange": ".fees_change",
        "Friend": ".friend",
        "FriendInput": ".friend_input",
        "Good": ".good",
        "GoodPage": ".good_page",
        "GoodReference": ".good_reference",
        "GoodResult": ".good_result",
        "GoodSlice": ".good_slice",
        "Line": ".line",
        "LineInput": ".line_input",
        "Member": ".member",
        "MemberInput": ".member_input",
        "OpeningInput": ".opening_input",
        "PageInfo": ".page_info",
        "PageLinks": ".page_links",
        "PartInput": ".part_input",
        "Person": ".person",
        "PlanInput": ".plan_input",
        "RackCount": ".rack_count",
        "SearchInput": ".search_input",
        "SendInput": ".send_input",
        "Tax": ".tax",
        "Till": ".till",
    },
)
