"""In what a document says of amounts, errors, tenants and paths."""

from __future__ import annotations

from tests.planted.bug import Bug

_KIOSK = ("tests/generation/test_kiosk.py",)
_REFUSED = ("tests/document/test_refused.py",)
_FAULTS = "openapi/faults.py"

PLANTED = [
    Bug(
        "an amount with a name is none",
        "openapi/money_facts.py",
        "for part in (schema, *schema.get",
        "for part in (*schema.get",
        _KIOSK,
    ),
    Bug(
        "a 2xx that the document names as an error is a success",
        "src/commerce_sdk/runtime/problems.py",
        "operation.family_of(status) is not None)",
        "False)",
        _KIOSK,
    ),
    Bug(
        "amounts among parameters are of any currency",
        "src/commerce_sdk/request_parts.py",
        "kind.write(value, name, currency)",
        "kind.write(value, name, None)",
        _KIOSK,
    ),
    Bug(
        "what the client fills is no field",
        "src/commerce_sdk/request_model.py",
        "{**dict.fromkeys(self.filled_later), **out}",
        "out",
        _KIOSK,
    ),
    Bug(
        "errors are asked for in another media type",
        "openapi/operation_views.py",
        'media |= of_errors or {"application/json"}',
        'media.add("application/json")',
        _KIOSK,
    ),
    Bug(
        "a path's parameter counts before an operation's own",
        "openapi/path_facts.py",
        "if _key(document, each) not in known]",
        "]",
        _KIOSK,
    ),
    Bug(
        "a tenant may stand where nobody fills it",
        _FAULTS,
        "    filled -= {",
        "    filled |= {",
        _REFUSED,
    ),
    Bug(
        "a name of a path needs no parameter",
        _FAULTS,
        "sorted(named - given)",
        "sorted(named - named)",
        _REFUSED,
    ),
    Bug(
        "a schema may have a name that modules use",
        "openapi/python_names.py",
        "*_IMPORTED}:\n        raise",
        "*()}:\n        raise",
        _REFUSED,
    ),
]
