"""In how the server's own words are found, whatever the shape that they come in."""

from __future__ import annotations

from tests.planted.bug import Bug

PROBLEMS = "src/commerce_sdk/runtime/call/error_answers.py"
COMMON = "src/commerce_sdk/runtime/call/common_errors.py"
TEST = "tests/runtime/call/test_common_errors.py"
SHAPES = f"{TEST}::test_what_no_family_finds_is_told_all_the_same"

PLANTED = [
    Bug(
        "texts in a list of findings are lost",
        "src/commerce_sdk/runtime/call/findings.py",
        "if isinstance(finding, dict) or (isinstance(finding, str) and one_line(finding)):",
        "if isinstance(finding, dict):",
        (SHAPES,),
    ),
    Bug(
        "a map of fields is lost",
        "src/commerce_sdk/runtime/call/findings.py",
        'step.startswith("{")',
        "not step",
        (SHAPES,),
    ),
    Bug(
        "which field of a map is wrong is lost",
        COMMON,
        'field=(*FINDING.field, "../field")',
        "field=FINDING.field",
        (SHAPES,),
    ),
    Bug(
        "the field's common shapes are read before the platform's own words",
        PROBLEMS,
        "tried = (*own, *COMMON)",
        "tried = (*COMMON, *own)",
        (f"{TEST}::test_the_platforms_own_families_come_first",),
    ),
    Bug(
        "the field's common shapes are read before the platform's own findings",
        "src/commerce_sdk/runtime/call/findings.py",
        "chain(own, common)",
        "chain(common, own)",
        (f"{TEST}::test_the_platforms_own_families_come_first",),
    ),
    Bug(
        "a platform's words for a finding stand in place of the server's",
        "src/commerce_sdk/runtime/call/findings.py",
        "or _in_words(common.words, finding)",
        "or _in_words(findings.words, finding) or _in_words(common.words, finding)",
        (
            f"{TEST}::test_a_finding_of_a_platforms_own_is_told_in_the_servers_words_before_words"
            "_for_it",
        ),
    ),
    Bug(
        "any list counts as findings",
        PROBLEMS,
        "if not (title or detail or problems):",
        "if not problems:",
        (f"{TEST}::test_a_bare_map_counts_only_where_nothing_else_is_said",),
    ),
    Bug(
        "a page for browsers passes for words",
        "src/commerce_sdk/runtime/call/findings.py",
        "if not begin or _PAGE.search(begin):",
        "if not begin:",
        (f"{TEST}::test_a_page_is_no_word",),
    ),
    Bug(
        "control characters are shown",
        "src/commerce_sdk/runtime/call/findings.py",
        '_NOT_SHOWN.sub(" ", begin)',
        "begin",
        (f"{TEST}::test_control_characters_are_blanks",),
    ),
    Bug(
        "a text is told whole, however long",
        "src/commerce_sdk/runtime/call/findings.py",
        "text[: defaults.SAID - 1]",
        "text",
        (f"{TEST}::test_a_text_is_told_to_a_sensible_length",),
    ),
    Bug(
        "what is no document is lost where it is text",
        PROBLEMS,
        "_plain_text(reply) if document is None else document",
        "document",
        (f"{TEST}::test_what_says_that_it_is_text_is_told",),
    ),
]
