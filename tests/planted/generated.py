"""In what the generated code does with an answer and with a body."""

from __future__ import annotations

from tests.planted.bug import Bug

API = "generated/commerce_sdk_api/commerce/api"
SLICES = "src/commerce_sdk/runtime/call/slices.py"
ANSWERS = ("tests/codegen/views/test_any_success.py", "tests/commerce/test_any_success.py")
SHAPES = "tests/codegen/views/test_answers.py"
BODIES = ("tests/document/test_written_once.py",)

PLANTED = [
    Bug(
        "a placing whose 2xx is not the named one is an error",
        SLICES,
        "        shape = operation.usual_answer\n",
        "        raise DecodeError('not the one that the document names')\n",
        (f"{ANSWERS[1]}::test_an_order_is_sent_once_and_placed_whatever_the_2xx",),
    ),
    Bug(
        "a deletion that is answered 200 is an error",
        "src/commerce_sdk/document/operation.py",
        "sorted(self.answers.items()) if shape), None)",
        "sorted(self.answers.items()) if shape), bytes)",
        (ANSWERS[0],),
    ),
    Bug(
        "a deletion expects JSON",
        SLICES,
        "    if shape is None or shape is bytes:\n",
        "    shape = shape or Model\n    if shape is bytes:\n",
        (ANSWERS[0],),
    ),
    Bug(
        "an empty answer is no order, in place of an error",
        SLICES,
        "    answer: T = read_json(shape, content)\n",
        "    answer = cast('T', read_json(shape, content) if content else None)\n",
        ANSWERS,
    ),
    Bug(
        "an empty 204 to a list is an empty page",
        SLICES,
        "    answer: T = read_json(shape, content)\n",
        "    answer: T = read_json(shape, b'{}' if status == 204 else content)\n",
        ANSWERS,
    ),
    Bug(
        "an empty file is a file",
        "src/commerce_sdk/document/model.py",
        "    if not content:\n",
        "    if False:\n",
        (ANSWERS[0],),
    ),
    Bug(
        "a partial success is a success",
        "src/commerce_sdk/runtime/call/error_answers.py",
        "_PARTIAL = 207",
        "_PARTIAL = 208",
        (ANSWERS[1],),
    ),
    Bug(
        "a body is written twice",
        f"{API}/pricing_plans/create_pricing_plan.py",
        "body=content_of(body, PricingPlanInput)",
        "body=body.to_json() and content_of(body, PricingPlanInput)",
        BODIES,
    ),
    Bug(
        "a body is checked once more than it is written",
        "src/commerce_sdk/document/request_model.py",
        "    return body.to_json(currency=currency)\n",
        "    body.to_dict(currency=currency)\n    return body.to_json(currency=currency)\n",
        BODIES,
    ),
    Bug(
        "the body that a caller keeps is put into other bytes",
        f"{API}/orders/place_order.py",
        "body=body.content\n",
        "body=__import__('msgspec').json.format(body.content)\n",
        BODIES,
    ),
    Bug(
        "any part of a request passes for a body",
        "src/commerce_sdk/document/request_model.py",
        "    if not isinstance(body, models):\n",
        "    if not isinstance(body, RequestModel):\n",
        BODIES,
    ),
    Bug(
        "null is an answer that may not be null",
        "src/commerce_sdk/document/answer.py",
        "        if self.nullable and content",
        "        if content",
        (f"{SHAPES}::test_another_kind_of_json_is_refused",),
    ),
    Bug(
        "null is none where an answer may be null",
        "src/commerce_sdk/document/answer.py",
        "        if self.nullable and content",
        "        if not self.nullable and content",
        (f"{SHAPES}::test_what_may_be_null_is_null_or_what_it_is",),
    ),
    Bug(
        "an answer that is a scalar is of any kind",
        "src/commerce_sdk/document/answer.py",
        "        if value.__class__ not in kinds:",
        "        if value is None:",
        (f"{SHAPES}::test_another_kind_of_json_is_refused",),
    ),
    Bug(
        "a whole number with a fraction of nothing is none",
        "src/commerce_sdk/document/answer.py",
        'whole_number(value, "$") if self.stored is int else value',
        "value",
        (f"{SHAPES}::test_a_scalar_reads_as_it_does_as_an_attribute",),
    ),
    Bug(
        "amounts of a bare list are in no currency",
        "src/commerce_sdk/document/currency_scope.py",
        "    for each in _objects_in(value):\n        settle_currencies(each)",
        "    for each in ():\n        settle_currencies(each)",
        (f"{SHAPES}::test_a_list_of_objects_is_one_each_in_its_own_currency",),
    ),
    Bug(
        "a large list loses an entry between two parts",
        SLICES,
        "            run, size = [], 0\n",
        "            run, size = [], 0\n            continue\n",
        (f"{SHAPES}::test_parts_read_as_the_whole_does",),
    ),
    Bug(
        "a large list keeps the loop to itself",
        SLICES,
        "        await anyio.lowlevel.checkpoint()\n        add(",
        "        add(",
        (f"{SHAPES}::test_a_large_answer_lets_others_have_their_turn",),
    ),
    Bug(
        "a default error makes one of a success",
        "src/commerce_sdk/runtime/call/error_answers.py",
        "operation.names_error(status))",
        "operation.family_of(status) is not None)",
        (f"{SHAPES}::test_a_default_makes_no_error_of_a_success",),
    ),
    Bug(
        "a hundred of errors counts before a status",
        "src/commerce_sdk/document/operation.py",
        'for key in (status, f"{status // 100}XX", "default"):',
        'for key in (f"{status // 100}XX", status, "default"):',
        (f"{SHAPES}::test_an_error_is_of_its_own_family_then_its_hundreds_then_the_default",),
    ),
    Bug(
        "a picture is no file where any picture was asked for",
        "src/commerce_sdk/runtime/call/answers.py",
        "fnmatchcase(media, name) for name",
        "media == name for name",
        (f"{SHAPES}::test_a_file_of_any_subtype_is_one_and_a_page_of_text_is_none",),
    ),
]
