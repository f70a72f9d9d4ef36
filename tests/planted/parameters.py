"""In how parameters, forms and bodies are written."""

from __future__ import annotations

from tests.planted.bug import Bug

TEXTS = "src/commerce_sdk/document/parameters.py"
PARTS = "src/commerce_sdk/document/parameters.py"
QUERY = "src/commerce_sdk/runtime/http/query.py"
TESTS = ("tests/codegen/views/test_parameters.py",)

PLANTED = [
    Bug(
        "an entry may hold the delimiter of its list",
        TEXTS,
        "            if self.delimiter in text:\n",
        "            if False:\n",
        TESTS,
    ),
    Bug(
        "a list of secrets shows itself",
        TEXTS,
        "        if any(isinstance(text, Secret) for text in texts):\n",
        "        if False:\n",
        TESTS,
    ),
    Bug(
        "an object goes out as fields without its name",
        TEXTS,
        'f"{name}[{field}]"',
        "field",
        TESTS,
    ),
    Bug(
        "a required list may be empty",
        PARTS,
        "    if required and not pairs:\n",
        "    if False:\n",
        TESTS,
    ),
    Bug(
        "the commas of a list in the path are escaped",
        PARTS,
        'kind.delimiter if isinstance(kind, Joined) else ""',
        '""',
        TESTS,
    ),
    Bug(
        "the commas of a list in the query are escaped",
        QUERY,
        "quote(text, safe=',')",
        "quote(text, safe='')",
        TESTS,
    ),
    Bug(
        "a blank between entries is a plus",
        QUERY,
        "quote(text, safe=',')",
        "quote_plus(text, safe=',')",
        TESTS,
    ),
    Bug(
        "True passes for the constant 1",
        "src/commerce_sdk/document/kinds.py",
        "if not is_bool or not isinstance",
        "if not isinstance",
        TESTS,
    ),
    Bug(
        "a form leaves out an empty list",
        "src/commerce_sdk/document/form.py",
        "        if written == []:\n",
        "        if False:\n",
        TESTS,
    ),
    Bug(
        "the amounts of a list of models are of any currency",
        "src/commerce_sdk/document/request_model.py",
        'kind.write(body, "", currency_of(currency, body))',
        'kind.write(body, "", None)',
        TESTS,
    ),
    Bug(
        "a deprecation points at generated code",
        "src/commerce_sdk/document/deprecation.py",
        "    skipped = {*_OURS, _package(frame)}\n",
        "    skipped = _OURS\n",
        TESTS,
    ),
]
