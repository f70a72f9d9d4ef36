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
        "DetailedError": ".detailed_error",
        "ErrorDetail": ".error_detail",
        "ErrorDetails": ".error_details",
        "ErrorSource": ".error_source",
        "Fault": ".fault",
        "Line": ".line",
        "LineInput": ".line_input",
        "OpeningInput": ".opening_input",
        "Person": ".person",
        "PlanInput": ".plan_input",
        "PointedError": ".pointed_error",
        "PointedErrors": ".pointed_errors",
        "SendInput": ".send_input",
        "Shelf": ".shelf",
        "ShelfInput": ".shelf_input",
        "Tax": ".tax",
        "Till": ".till",
    },
)
