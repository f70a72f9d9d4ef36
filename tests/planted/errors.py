"""In how errors are read by the table of their platform's families."""

from __future__ import annotations

from tests.planted.bug import Bug

PROBLEMS = "src/commerce_sdk/runtime/call/error_answers.py"
TABLE = "generated/commerce_sdk_api/commerce/__init__.py"
READER = "tests/runtime/call/test_error_families.py"
AS_BEFORE = "tests/runtime/call/test_errors_as_before.py"

PLANTED = [
    Bug(
        "the item that a finding is about is not read",
        "src/commerce_sdk/runtime/call/findings.py",
        "item=first(findings.item)",
        "item=None",
        (f"{READER}::test_a_path_climbs_to_the_object_around",),
    ),
    Bug(
        "the details of errors are not read",
        PROBLEMS,
        "(path for family in tried for path in family.detail)",
        "()",
        (AS_BEFORE,),
    ),
    Bug(
        "a family's place of the server's id is lost",
        TABLE,
        'id=("gatewayRequestId",)',
        'id=("requestId",)',
        (f"{AS_BEFORE}::test_an_error_reads_as_it_did",),
    ),
    Bug(
        "a pointer's index is a name",
        "src/commerce_sdk/runtime/call/findings.py",
        'path += f"[{step}]"',
        'path += f".{step}"',
        (f"{READER}::test_a_pointer_names_a_field",),
    ),
    Bug(
        "a pointer's escapes are undone in the wrong order",
        "src/commerce_sdk/runtime/call/findings.py",
        '.replace("~1", "/").replace("~0", "~")',
        '.replace("~1", "~").replace("~0", "/")',
        (f"{READER}::test_a_pointer_names_a_field",),
    ),
    Bug(
        "a pointer is shown as it came",
        "src/commerce_sdk/runtime/call/findings.py",
        "(_pointed_at(pointer, strip) for pointer in pointers)",
        "pointers",
        (f"{READER}::test_a_list_with_pointers_under_another_media_type",),
    ),
    Bug(
        "a pointer is shown with its beginning",
        "src/commerce_sdk/runtime/call/findings.py",
        "            return steps[len(begin) :]\n",
        "            return steps\n",
        (
            "tests/runtime/call/test_error_families.py"
            "::test_an_error_of_json_api_names_the_callers_own_keyword",
        ),
    ),
    Bug(
        "only the family that should have come is tried",
        PROBLEMS,
        "for name in names if name in families",
        "for name in names if name in families and name == named",
        (f"{READER}::test_what_the_own_family_does_not_find_the_others_do",),
    ),
    Bug(
        "families are tried in the table's order alone",
        PROBLEMS,
        'dict.fromkeys([named or "", *operation.errors, *families])',
        "families",
        (f"{READER}::test_the_family_that_the_document_names_reads_first",),
    ),
    Bug(
        "a yes or no passes for a number",
        "src/commerce_sdk/runtime/call/findings.py",
        "isinstance(value, int) and not isinstance(value, bool)",
        "isinstance(value, int)",
        (f"{READER}::test_the_first_text_wins_and_a_whole_number_is_one",),
    ),
    Bug(
        "an error's body is read as a model whatever its status",
        "src/commerce_sdk/document/operation.py",
        "                if key in named:\n",
        "                if named:\n",
        (f"{READER}::test_only_a_status_that_is_named_has_a_model",),
    ),
    Bug(
        "words count in place of a message that came",
        "src/commerce_sdk/runtime/call/findings.py",
        "message=first(findings.message, common.message)",
        "message=_in_words(findings.words, finding) or first(findings.message)",
        (f"{READER}::test_words_stand_in_for_a_message",),
    ),
]
