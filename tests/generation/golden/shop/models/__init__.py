"""The models and enums of shop.yaml, each loaded on first use.

The stub beside this file lists them for type checkers.
"""

from commerce_sdk.lazy import lazily

__getattr__, __dir__ = lazily(
    globals(),
    {
        "Bill": ".bill",
        "BillInput": ".bill_input",
        "BillPage": ".bill_page",
        "Colour": ".colour",
        "Company": ".company",
        "CopyInput": ".copy_input",
        "Fault": ".fault",
        "Line": ".line",
        "LineInput": ".line_input",
        "OpeningInput": ".opening_input",
        "Person": ".person",
        "PlanInput": ".plan_input",
        "SendInput": ".send_input",
        "ShelfCount": ".shelf_count",
        "Tax": ".tax",
        "Till": ".till",
    },
)
