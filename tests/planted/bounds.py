"""In what a request is held to, in what its secrets show, and in what its amounts are in."""

from __future__ import annotations

from tests.planted.bug import Bug

_HERE = "src/commerce_sdk/"
_EDGES, _FUZZ = "tests/document/test_bounds.py", "tests/document/test_bounds_fuzz.py"
_SECRET, _PATCH = "tests/document/test_secret_fields.py", "tests/document/test_amount_of_a_patch.py"

PLANTED = [
    Bug(
        "the least that is allowed is refused",
        "src/commerce_sdk/document/bounds.py",
        "written < self.least)\n            or",
        "written <= self.least)\n            or",
        (_EDGES,),
    ),
    Bug(
        "an end that is left out is allowed",
        "src/commerce_sdk/document/bounds.py",
        "written >= self.below",
        "written > self.below",
        (_EDGES,),
    ),
    Bug(
        "a length may be one more",
        "src/commerce_sdk/document/bounds.py",
        "len(written) > self.most",
        "len(written) > self.most + 1",
        (_FUZZ,),
    ),
    Bug(
        "a pattern is tied to the beginning of its text",
        "src/commerce_sdk/document/bounds.py",
        "re.search(self.pattern",
        "re.match(self.pattern",
        (_EDGES,),
    ),
    Bug(
        "a digit is one of any script",
        "src/commerce_sdk/document/bounds.py",
        "written, re.ASCII)",
        "written)",
        (_EDGES,),
    ),
    Bug(
        "a multiple is counted with the digits of the context",
        "src/commerce_sdk/document/bounds.py",
        "number * of % (divisor * step)",
        "+written % self.step",
        (_EDGES,),
    ),
    Bug(
        "true is the same entry as 1",
        "src/commerce_sdk/document/bounds.py",
        "(bool, value) if isinstance(value, bool) else value",
        "value",
        (f"{_FUZZ}::test_a_list_of_entries_that_differ",),
    ),
    Bug(
        "a bound sees the amount and not its unit on the wire",
        "src/commerce_sdk/document/bounds.py",
        "rule.check(written, path)",
        "rule.check(getattr(value, 'amount', written), path)",
        (_EDGES,),
    ),
    Bug(
        "a bare row of digits is a date",
        "src/commerce_sdk/document/instants.py",
        "if not isinstance(text, str) or _DAY.fullmatch(text) is None:",
        "if not isinstance(text, str):",
        (_EDGES,),
    ),
    Bug(
        "an instant is sent as the day that it is on",
        "src/commerce_sdk/document/kinds.py",
        'if isinstance(value, datetime.datetime):\n            raise InvalidRequest("a datetime has',
        'if value is None:\n            raise InvalidRequest("a datetime has',
        (_EDGES,),
    ),
    Bug(
        "a secret stands in what an answer's part shows",
        "src/commerce_sdk/document/model.py",
        "Secret() if name in self.secret_names else value",
        "value",
        (f"{_SECRET}::test_no_way_to_show_a_model_shows_its_secrets",),
    ),
    Bug(
        "a secret number stands in what a request shows",
        "src/commerce_sdk/document/request_model.py",
        "Secret() if secret else value",
        "value",
        (f"{_SECRET}::test_no_way_to_show_a_model_shows_its_secrets",),
    ),
    Bug(
        "a secret shows itself where it was taken out of its model",
        "src/commerce_sdk/document/request_model.py",
        "hide_texts(getattr(model, name))",
        "getattr(model, name)",
        (f"{_SECRET}::test_a_value_by_itself_hides_too",),
    ),
    Bug(
        "a secret stands in the frame that writes it",
        "src/commerce_sdk/document/kinds.py",
        "hide(value) if self.secret else str(value)",
        "str(value)",
        (_SECRET,),
    ),
    Bug(
        "a secret stands in the path of a request",
        "src/commerce_sdk/document/parameters.py",
        "Secret(template) if is_secret else template",
        "template",
        (f"{_SECRET}::test_a_request_hides_what_its_address_holds",),
    ),
    Bug(
        "an amount is sent without its currency",
        "src/commerce_sdk/document/request_model.py",
        "                value = stated\n",
        "                pass\n",
        (_PATCH,),
    ),
    Bug(
        "a currency is sent where there is no amount",
        "src/commerce_sdk/document/request_model.py",
        "    elif first is None:\n        return None\n",
        "    elif first is None:\n        return currency or 'USD'\n",
        (_PATCH,),
    ),
    Bug(
        "an amount is sent beside another currency",
        "src/commerce_sdk/document/request_model.py",
        "        if currency not in (None, str(own)):\n",
        "        if False:\n",
        (_PATCH,),
    ),
    Bug(
        "a secret stands in the frame that refuses its address",
        "src/commerce_sdk/runtime/http/transport.py",
        "            url = hide(url)\n",
        "",
        (f"{_SECRET}::test_a_call_that_fails_tells_nobody",),
    ),
    Bug(
        "an amount as text keeps more places than the document has",
        "src/commerce_sdk/document/amount_kinds.py",
        "decimals[: self.places]",
        "decimals",
        (f"{_FUZZ}::test_an_amount_as_text",),
    ),
]
