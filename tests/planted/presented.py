"""Bugs in what users meet first: what has to be there, plain numbers beside money, types and `help()`."""

from __future__ import annotations

from tests.planted.bug import Bug

_REQUIRED = "src/commerce_sdk/runtime/required.py"
_MONEY = "src/commerce_sdk/money.py"
_KEYWORDS = "src/commerce_sdk/runtime/keywords.py"
_TYPES = "tests/structure/test_public_types.py"

PLANTED = [
    Bug(
        "what is false is missing",
        _REQUIRED,
        "    if value is None:\n",
        "    if not value:\n",
        ("tests/ground/test_required.py::test_what_is_there_comes_back_as_it_is",),
    ),
    Bug(
        "what was not loaded is there",
        _REQUIRED,
        "    elif isinstance(value, NotLoaded):\n",
        "    elif value is NotLoaded:\n",
        ("tests/ground/test_required.py::test_what_is_missing_is_named_with_what_to_do",),
    ),
    Bug(
        "a plain number beside money is told nothing",
        _MONEY,
        "if isinstance(other, int | float | Decimal):",
        "if isinstance(other, float):",
        ("tests/ground/test_money.py::test_a_plain_number_has_no_currency",),
    ),
    Bug(
        "a type checker lets any number be added to money",
        _MONEY,
        "def __radd__(self, other: Literal[0])",
        "def __radd__(self, other: int)",
        ("tests/typing/test_wrong_arguments.py",),
    ),
    Bug(
        "the order of an error is anything",
        "src/commerce_sdk/commerce/errors.py",
        "order: Order | None = None",
        "order: Any = None",
        (_TYPES + "::test_what_a_user_meets_has_a_type",),
    ),
    Bug(
        "help() keeps to itself what an order is made of",
        _KEYWORDS,
        '{said}{title}\\n{words}{raises}{errors}"',
        '{said}{raises}{errors}"',
        (_TYPES + "::test_help_says_what_an_order_is_made_of",),
    ),
    Bug(
        "a clone takes any keywords",
        "src/commerce_sdk/runtime/core.py",
        "def with_options(self, **options: Unpack[Options])",
        "def with_options(self, **options: Any)",
        (_TYPES + "::test_keywords_can_be_checked",),
    ),
]
