"""The models and enums of shop.yaml, each loaded on first use."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .bill import Bill
    from .bill_input import BillInput
    from .bill_page import BillPage
    from .colour import Colour
    from .company import Company
    from .copy_input import CopyInput
    from .fault import Fault
    from .line import Line
    from .line_input import LineInput
    from .person import Person
    from .plan_input import PlanInput
    from .send_input import SendInput
    from .tax import Tax

_MODULES = {
    "Bill": "bill",
    "BillInput": "bill_input",
    "BillPage": "bill_page",
    "Colour": "colour",
    "Company": "company",
    "CopyInput": "copy_input",
    "Fault": "fault",
    "Line": "line",
    "LineInput": "line_input",
    "Person": "person",
    "PlanInput": "plan_input",
    "SendInput": "send_input",
    "Tax": "tax",
}


def __getattr__(name: str) -> Any:
    module = _MODULES.get(name)
    if module is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f"{__name__}.{module}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(_MODULES)


__all__ = (
    "Bill",
    "BillInput",
    "BillPage",
    "Colour",
    "Company",
    "CopyInput",
    "Fault",
    "Line",
    "LineInput",
    "Person",
    "PlanInput",
    "SendInput",
    "Tax",
)
