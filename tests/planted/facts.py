"""In what a document says of its platform, and in what is generated of it."""

from __future__ import annotations

from tests.planted.bug import Bug

_ADMIN = "openapi/admin.yaml"
_FACTS = ("tests/openapi/test_admin_facts.py::test_the_document_says_the_facts_and_nothing_else",)
_ONE_TO_ONE = "tests/codegen/test_one_to_one.py::test_what_has_to_be_completed_in_time_says_so"

PLANTED = [
    Bug(
        "an app is provisioned without an order in time",
        "generated/commerce_sdk_api/admin/api/apps/provision_app.py",
        "    completed_within=600,\n",
        "",
        (f"{_ONE_TO_ONE}[admin]",),
    ),
    Bug(
        "the generator leaves out how soon something has to be completed",
        "codegen/templates/endpoint_module.py.jinja",
        '{% if "x-completed-within" in operation.facts %}',
        "{% if False %}",
        (
            "tests/codegen/test_generate.py::"
            "test_a_document_with_every_kind_of_schema_gives_the_golden_code",
        ),
    ),
    Bug(
        "a cursor of a search goes with other properties, says its document",
        _ADMIN,
        "with it no other property may be sent",
        "with it any other property may be sent",
        _FACTS,
    ),
    Bug(
        "the end of a provisioning has another name",
        _ADMIN,
        "enum: [IN_PROGRESS, COMPLETED, FAILED]",
        "enum: [IN_PROGRESS, SUCCESS, FAILED]",
        _FACTS,
    ),
    Bug(
        "a query holds queries of another kind",
        _ADMIN,
        "          items: {$ref: '#/components/schemas/WorkspaceQuery'}\n",
        "          items: {$ref: '#/components/schemas/WorkspaceField'}\n",
        _FACTS,
    ),
    Bug(
        "a field that may be null is read as one that may not",
        "tests/openapi/places.py",
        '        return {**one, "type": [one["type"], "null"], **beside}\n',
        "        return {**one, **beside}\n",
        _FACTS,
    ),
]
