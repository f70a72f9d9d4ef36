"""In what the generated code does with an answer and with a body."""

from __future__ import annotations

from tests.planted.bug import Bug

API = "generated/commerce_sdk_api/commerce/api"
SLICES = "src/commerce_sdk/runtime/slices.py"
ANSWERS = ("tests/generation/test_any_success.py", "tests/commerce/test_any_success.py")
BODIES = ("tests/orders/test_written_once.py",)

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
        "src/commerce_sdk/operation.py",
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
        "src/commerce_sdk/model.py",
        "    if not content:\n",
        "    if False:\n",
        (ANSWERS[0],),
    ),
    Bug(
        "a partial success is a success",
        "src/commerce_sdk/runtime/problems.py",
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
        "src/commerce_sdk/request_model.py",
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
        "src/commerce_sdk/request_model.py",
        "    if not isinstance(body, models):\n",
        "    if not isinstance(body, RequestModel):\n",
        BODIES,
    ),
]
