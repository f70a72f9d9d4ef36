"""Each rule of the lint finds its fault, at its place; the real document has none."""

import copy
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from codegen import lint
from codegen.reading.bundle import bundle
from codegen.reading.documents import documents
from codegen.reading.failures import DocumentFailed
from tests.conftest import ROOT
from tests.openapi import SOURCE

Node = dict[str, Any]
LINTED = bundle(SOURCE)


def _schema(document: Node, name: str) -> Node:
    node: Node = document["components"]["schemas"][name]
    return node


def _list_orders(document: Node) -> Node:
    node: Node = document["paths"]["/v2/orders"]["get"]
    return node


def _place_order(document: Node) -> Node:
    node: Node = document["paths"]["/v4/orders"]["post"]
    return node


def _number_without_a_kind(document: Node) -> None:
    del _schema(document, "Order")["properties"]["createdDate"]["x-timestamp"]


def _number_of_two_kinds(document: Node) -> None:
    _schema(document, "ChargeQuantityInput")["properties"]["quantity"]["x-money"] = "minor"


def _number_in_a_list(document: Node) -> None:
    levels = {"type": "array", "description": "Levels.", "items": {"type": "integer"}}
    _schema(document, "NewItem")["properties"]["levels"] = levels


def _number_in_a_map(document: Node) -> None:
    usage = _schema(document, "TestParametersInput")["properties"]["overrideUsage"]
    del usage["additionalProperties"]["x-number"]


def _number_in_a_parameter(document: Node) -> None:
    del _list_orders(document)["parameters"][0]["schema"]["x-number"]


def _kind_on_a_string(document: Node) -> None:
    _schema(document, "Order")["properties"]["slug"]["x-number"] = "count"


def _instant_of_32_bits(document: Node) -> None:
    _schema(document, "Order")["properties"]["createdDate"]["format"] = "int32"


def _shared_schema(document: Node) -> None:
    reference = {"$ref": "#/components/schemas/EntitlementReference"}
    _schema(document, "CancelItem")["properties"]["entitlement"] |= reference


def _inline_enum(document: Node) -> None:
    named = {"type": "string", "enum": ["A", "B"]}
    _schema(document, "GraphViolation")["properties"]["type"] |= named


def _unknown_value(document: Node) -> None:
    _schema(document, "SaleTransitionDetails")["properties"]["glpForNextPlan"]["x-number"] = "cents"


def _unknown_extension(document: Node) -> None:
    _place_order(document)["x-idempotent"] = True


def _misplaced_extension(document: Node) -> None:
    document["info"]["x-retry"] = {"class": "safe"}


def _limits_of_two_scopes(document: Node) -> None:
    limits = _place_order(document)["x-rate-limit"]
    limits.append({**limits[0], "seconds": 1, "scope": "account"})


def _limits_of_tiers(lists: list[str], orders: list[str]) -> Callable[[Node], None]:
    def fault(document: Node) -> None:
        for operation, named in ((_list_orders(document), lists), (_place_order(document), orders)):
            limit = {"limit": 9, "seconds": 9, "scope": "credential"}
            operation["x-rate-limit"] = [{**limit, "tier": tier} for tier in named]

    return fault


def _buckets_that_differ(key: str, value: object) -> Callable[[Node], None]:
    def fault(document: Node) -> None:
        limit = {"limit": 9, "seconds": 9, "scope": "address", "bucket": "all"}
        _list_orders(document)["x-rate-limit"].append(limit)
        _place_order(document)["x-rate-limit"].append({**limit, key: value})

    return fault


def _a_bucket_of_no_tag(document: Node) -> None:
    limit = {"limit": 9, "seconds": 9, "scope": "address", "bucket": "{tag}-reads"}
    _list_orders(document)["x-rate-limit"].append(limit)


def _a_bucket_of_another_word(document: Node) -> None:
    limit = {"limit": 9, "seconds": 9, "scope": "address", "bucket": "{name}-reads"}
    document["x-rate-limit"] = {"get": [limit]}


def _a_limit_of_no_operation(document: Node) -> None:
    document["x-rate-limit"] = {"everything": []}


def _a_limit_over_all_of_no_scope(document: Node) -> None:
    document["x-rate-limit"] = {"all": [{"limit": 9, "seconds": 9}]}


def _no_rate_limit(document: Node) -> None:
    del _place_order(document)["x-rate-limit"]


def _keyed_without_key(document: Node) -> None:
    del _place_order(document)["x-retry"]["key"]


def _foreign_key(document: Node) -> None:
    _place_order(document)["x-retry"]["key"] = "invoiceGroupId"


def _unknown_read_back(document: Node) -> None:
    _place_order(document)["x-retry"]["read-back"] = "get_order_state"


def _unknown_cursor(document: Node) -> None:
    _list_orders(document)["x-pagination"]["cursor"] = "startId"


def _unknown_items(document: Node) -> None:
    _list_orders(document)["x-pagination"]["items"] = "values"


def _unpaged_list(document: Node) -> None:
    del _list_orders(document)["x-pagination"]


def _camel_case(document: Node) -> None:
    _place_order(document)["operationId"] = "placeOrder"


def _same_name_twice(document: Node) -> None:
    _place_order(document)["operationId"] = "create_order"


def _no_gateway_error(document: Node) -> None:
    del _place_order(document)["responses"]["502"]


def _error_of_no_shape(document: Node) -> None:
    del document["components"]["responses"]["Locked"]["x-error"]


def _error_of_no_family(document: Node) -> None:
    document["components"]["responses"]["Locked"]["x-error"] = "locks"


def _family_of_nobody(document: Node) -> None:
    document["x-error-families"]["locks"] = {"code": ["code"]}


def _family_of_two_schemas(document: Node) -> None:
    media = document["components"]["responses"]["Locked"]["content"]["application/json"]
    media["schema"] = {"$ref": "#/components/schemas/QuoteError"}


def _lost_title(document: Node) -> None:
    document["x-error-families"]["catalog"]["title"] = ["headline"]


def _lost_findings(document: Node) -> None:
    document["x-error-families"]["invoices"]["problems"][0]["at"] = "validationErrors/*"


def _lost_item(document: Node) -> None:
    document["x-error-families"]["orders"]["problems"][0]["item"] = ["../../itemId"]


def _lost_word(document: Node) -> None:
    document["x-error-families"]["quotes"]["problems"][2]["words"] = ["{relation/*} is missing"]


def _list_that_is_none(document: Node) -> None:
    document["x-error-families"]["catalog"]["problems"][0]["at"] = "*"


def _map_that_is_a_list(document: Node) -> None:
    document["x-error-families"]["catalog"]["problems"][0]["at"] = "errors/{field}/*"


def _odd_step(document: Node) -> None:
    document["x-error-families"]["catalog"]["problems"][0]["at"] = "errors/{}"


def _unread_place(document: Node) -> None:
    document["x-error-families"]["catalog"]["status"] = ["status"]


def _tenant_forgotten(document: Node) -> None:
    del document["components"]["parameters"]["TransactionAccount"]["x-tenant"]


def _wrong_example(document: Node) -> None:
    document["components"]["examples"]["StateFailed"]["value"]["status"] = "FAIL"


def _example_with_a_slip(document: Node) -> None:
    document["components"]["examples"]["FinishedOrder"]["value"]["items"][1]["oferingId"] = "x"


def _example_with_a_wrong_id(document: Node) -> None:
    document["components"]["examples"]["OrderOfQuote"]["value"]["orderId"] = "R-42K"


def _no_example(document: Node) -> None:
    content = document["components"]["responses"]["Locked"]["content"]
    del content["application/json"]["examples"]


def _never_null(document: Node) -> None:
    _schema(document, "Order")["properties"]["slug"]["type"] = "string"


def _object_never_null(document: Node) -> None:
    reference = {"$ref": "#/components/schemas/ProcessingInfo", "description": "Progress."}
    _schema(document, "OrderItem")["properties"]["processingInfo"] = reference


def _null_by_name(document: Node) -> None:
    _schema(document, "Promotion")["type"] = ["object", "null"]


def _old_null(document: Node) -> None:
    _schema(document, "NewItem")["properties"]["itemId"]["nullable"] = True


def _all_of(document: Node) -> None:
    _schema(document, "NewItem")["allOf"] = [{"$ref": "#/components/schemas/CancelItem"}]


def _wrong_constant(document: Node) -> None:
    _schema(document, "CancelItem")["properties"]["type"]["const"] = "AMENDMENT_ORDER"


def _optional_discriminator(document: Node) -> None:
    _schema(document, "QuoteOrderRequest")["required"].remove("source")


def _no_description(document: Node) -> None:
    _schema(document, "Trial")["properties"]["skipTrial"]["description"] = " "


def _renamed(document: Node, name: str) -> None:
    named = document["components"]["schemas"]
    named[name] = named.pop("QuoteFilter")
    (parameter,) = (
        each
        for each in document["paths"]["/v1/quotes"]["get"]["parameters"]
        if each.get("name") == "status-filter"
    )
    parameter["schema"] = {"$ref": f"#/components/schemas/{name}"}


def _placeholder_name(document: Node) -> None:
    _renamed(document, "XY")


def _numbered_name(document: Node) -> None:
    _renamed(document, "Enum3")


def _placeholder_sentence(document: Node) -> None:
    _schema(document, "QuoteFilter")["description"] = "What values `y` of X can have."


def _sentence_about_a_letter(document: Node) -> None:
    _schema(document, "Trial")["properties"]["skipTrial"]["description"] = "Whether X is so."


def _sentence_to_be_written(document: Node) -> None:
    _place_order(document)["summary"] = "TODO: say what it does"


def _dangling_reference(document: Node) -> None:
    del document["components"]["schemas"]["Trial"]


def _bound_of_another_type(document: Node) -> None:
    _schema(document, "NewItem")["properties"]["itemId"]["maximum"] = 5


def _pattern_of_another_language(document: Node) -> None:
    _schema(document, "NewItem")["properties"]["itemId"]["pattern"] = r"^\p{Lu}$"


def _bound_in_a_parameter(document: Node) -> None:
    _list_orders(document)["parameters"][0]["schema"]["minLength"] = 1


def _unchecked_format(document: Node) -> None:
    _schema(document, "NewItem")["properties"]["itemId"]["format"] = "email"


def _secret_number(document: Node) -> None:
    _schema(document, "ChargeQuantityInput")["properties"]["quantity"]["x-secret"] = True


def _secret_object(document: Node) -> None:
    _schema(document, "ChargeQuantityInput")["x-secret"] = True


def _secret_number_in_a_parameter(document: Node) -> None:
    _list_orders(document)["parameters"][0]["x-secret"] = True


def _not_quite_secret(document: Node) -> None:
    _schema(document, "NewItem")["properties"]["itemId"]["x-secret"] = "yes"


def _answered_only(document: Node) -> None:
    _schema(document, "NewItem")["properties"]["itemId"]["readOnly"] = True


def _currency_of_its_parts(document: Node) -> None:
    _schema(document, "PricingPlanInput")["x-currency"] = ["items/*/currency"]


FAULTS: list[tuple[Callable[[Node], None], str, str]] = [
    (_number_without_a_kind, "#/components/schemas/Order/properties/createdDate", "no kind"),
    (_number_of_two_kinds, "ChargeQuantityInput/properties/quantity", "x-money and x-number"),
    (_number_in_a_list, "NewItem/properties/levels/items", "no kind"),
    (_number_in_a_map, "overrideUsage/additionalProperties", "no kind"),
    (_number_in_a_parameter, "#/paths/~1v2~1orders/get/parameters/0/schema", "no kind"),
    (_kind_on_a_string, "Order/properties/slug", "x-number on what is no number"),
    (_instant_of_32_bits, "Order/properties/createdDate", "not int64"),
    (_shared_schema, "#/components/schemas/EntitlementReference", "requests and of answers"),
    (_inline_enum, "GraphViolation/properties/type", "enum without a name"),
    (_unknown_value, "glpForNextPlan/x-number", "'cents' is not one of"),
    (_unknown_extension, "#/paths/~1v4~1orders/post", "x-idempotent, which nothing reads"),
    (_misplaced_extension, "#/info", "x-retry does not belong here"),
    (
        _limits_of_two_scopes,
        "#/paths/~1v4~1orders/post/x-rate-limit",
        "counts by several scopes (account, credential)",
    ),
    (
        _limits_of_tiers(["small", "large"], ["small"]),
        "#/paths/~1v4~1orders/post/x-rate-limit",
        "limits of small, and none of the tier large",
    ),
    (
        _limits_of_tiers(["small", "large"], ["large", "small"]),
        "#/paths/~1v4~1orders/post/x-rate-limit",
        "bucket place_order names its tiers as large, small",
    ),
    *(
        (
            _buckets_that_differ(*change),
            "#/paths/~1v4~1orders/post/x-rate-limit",
            "bucket all has other windows than at #/paths/~1v2~1orders/get/x-rate-limit",
        )
        for change in (("limit", 8), ("seconds", 8), ("scope", "account"), ("tier", "small"))
    ),
    (
        _a_bucket_of_no_tag,
        "#/paths/~1v2~1orders/get/x-rate-limit",
        "bucket {tag}-reads of an operation that has no tag to fill it with",
    ),
    (_a_bucket_of_another_word, "#/x-rate-limit/get/0/bucket", "'{name}-reads' does not match"),
    (_a_limit_of_no_operation, "#/x-rate-limit", "'everything' is not one of"),
    (_a_limit_over_all_of_no_scope, "#/x-rate-limit/all/0", "'scope' is a required property"),
    (_no_rate_limit, "#/paths/~1v4~1orders/post", "'x-rate-limit' is a required property"),
    (_keyed_without_key, "#/paths/~1v4~1orders/post/x-retry", "'key' is a required property"),
    (_foreign_key, "post/x-retry", "key invoiceGroupId is not required in the body"),
    (_unknown_read_back, "post/x-retry", "get_order_state"),
    (_unknown_cursor, "get/x-pagination", "cursor: startId is no query parameter"),
    (_unknown_items, "get/x-pagination", "items: values is no field of the answer"),
    (_unpaged_list, "#/paths/~1v2~1orders/get", "without x-pagination"),
    (_bound_of_another_type, "NewItem/properties/itemId", "maximum says nothing of this type"),
    (_pattern_of_another_language, "NewItem/properties/itemId", "\\p means something else"),
    (_bound_in_a_parameter, "orders/get/parameters (page-size)/schema", "minLength says nothing"),
    (_unchecked_format, "NewItem/properties/itemId", "format email, which nobody checks"),
    (_secret_number, "ChargeQuantityInput/properties/quantity", "x-secret on what is no text"),
    (_secret_object, "#/components/schemas/ChargeQuantityInput", "x-secret on what is no text"),
    (_secret_number_in_a_parameter, "get/parameters (page-size)", "x-secret on what is no text"),
    (_not_quite_secret, "NewItem/properties/itemId/x-secret", "True was expected"),
    (_answered_only, "NewItem/properties/itemId", "a readOnly field in a request"),
    (_currency_of_its_parts, "PricingPlanInput/x-currency", "stands in items/*/currency"),
    (_camel_case, "#/paths/~1v4~1orders/post", "'placeOrder' is not snake_case"),
    (_same_name_twice, "#/paths/~1v4~1orders/post", "create_order is taken"),
    (_no_gateway_error, "#/paths/~1v4~1orders/post", "documents no 502"),
    (_error_of_no_shape, "post/responses/423", "neither a success (2xx) nor an error"),
    (_error_of_no_family, "post/responses/423", "locks is described nowhere"),
    (_family_of_nobody, "#/x-error-families/locks", "no answer is of this family"),
    (_family_of_two_schemas, "#/x-error-families/orders", "a family of several schemas"),
    (_lost_title, "#/x-error-families/catalog/title", "headline leads nowhere"),
    (_lost_findings, "invoices/problems/0/at", "validationErrors/* leads nowhere"),
    (_lost_item, "orders/problems/0/item", "../../itemId leads nowhere"),
    (_lost_word, "quotes/problems/2/words", "relation/* leads nowhere"),
    (_list_that_is_none, "catalog/problems/0/at", "* leads nowhere"),
    (_map_that_is_a_list, "catalog/problems/0/at", "errors/{field}/* leads nowhere"),
    (_odd_step, "#/x-error-families/catalog/problems/0/at", "'errors/{}' does not match"),
    (_unread_place, "#/x-error-families/catalog", "status, which nothing reads"),
    (_tenant_forgotten, "get/parameters (X-transaction-account)", "without x-tenant"),
    (_wrong_example, "#/components/examples/StateFailed/status", "'FAIL' is not one of"),
    (_example_with_a_slip, "#/components/examples/FinishedOrder/items/1", "'oferingId'"),
    (_example_with_a_wrong_id, "#/components/examples/OrderOfQuote", "is not a 'uuid'"),
    (_no_example, "#/components/responses/Locked/content/application~1json", "no example"),
    (_never_null, "Order/properties/slug", "may not be null"),
    (_object_never_null, "OrderItem/properties/processingInfo", "may not be null"),
    (_null_by_name, "#/components/schemas/Promotion", "null itself"),
    (_old_null, "NewItem/properties/itemId/nullable", "means nothing in OpenAPI"),
    (_all_of, "#/components/schemas/NewItem", "allOf"),
    (_wrong_constant, "#/components/schemas/OrderItemInput", "type: CANCELLATION_ORDER"),
    (_optional_discriminator, "#/components/schemas/OrderBody", "source is optional in"),
    (_no_description, "Trial/properties/skipTrial", "has no description"),
    (_placeholder_name, "#/components/schemas/XY", "XY is a placeholder's name"),
    (_numbered_name, "#/components/schemas/Enum3", "Enum3 is a placeholder's name"),
    (_placeholder_sentence, "#/components/schemas/QuoteFilter", "'`y`' in its description"),
    (_sentence_about_a_letter, "Trial/properties/skipTrial", "'X' in its description"),
    (_sentence_to_be_written, "#/paths/~1v4~1orders/post", "'TODO' in its summary"),
    (_dangling_reference, "#/components/schemas/UsageOptions", "Trial names nothing"),
]


def test_the_document_has_no_problems() -> None:
    assert [str(problem) for problem in lint.problems(LINTED)] == []


@pytest.mark.parametrize(
    ("fault", "where", "what"), FAULTS, ids=lambda each: getattr(each, "__name__", "")
)
def test_a_fault_is_found_where_it_is(fault: Callable[[Node], None], where: str, what: str) -> None:
    document = copy.deepcopy(LINTED)
    fault(document)
    found = lint.problems(document)
    assert [each for each in found if where in each.where and what in each.what], found
    assert all(each.do for each in found)


def test_errors_of_a_hundred_or_of_all_others_document_what_is_always_possible() -> None:
    document = copy.deepcopy(LINTED)
    for key, operation in (("default", _list_orders(document)), ("4XX", _place_order(document))):
        answers = operation["responses"]
        gone = [each for each in answers if each[0] in ("45" if key == "default" else "4")]
        answers[key] = answers["403"]
        for status in gone:
            del answers[status]
    assert [str(problem) for problem in lint.problems(document)] == []


def test_buckets_of_one_operation_may_differ_in_scope_and_none_published_is_said() -> None:
    document = copy.deepcopy(LINTED)
    shared = {"limit": 9, "seconds": 9, "scope": "address", "bucket": "all"}
    for operation in (_list_orders(document), _place_order(document)):
        operation["x-rate-limit"].append(dict(shared))
    document["paths"]["/v2/orders/{id}"]["get"]["x-rate-limit"] = []
    assert [str(problem) for problem in lint.problems(document)] == []


def test_findings_may_stand_in_a_map_of_fields() -> None:
    document = copy.deepcopy(LINTED)
    texts = {"type": "array", "items": {"type": "string"}}
    _schema(document, "CatalogError")["properties"]["errors"] = {
        "type": "object",
        "additionalProperties": texts,
    }
    problems = document["x-error-families"]["catalog"]["problems"]
    problems[:] = [{"at": "errors/{name}/*", "field": ["../name"]}]
    found = [str(problem) for problem in lint.problems(document)]
    assert not [each for each in found if "x-error-families" in each]
    problems[0]["field"] = ["../field"]
    assert any("../field leads nowhere" in str(each) for each in lint.problems(document))


def test_an_enum_may_be_part_of_requests_and_of_answers() -> None:
    for name in ("TrialInput", "Trial"):
        behaviour = _schema(LINTED, name)["properties"]["behaviourAtEndOfTrial"]
        assert {"$ref": "#/components/schemas/EndOfTrialBehaviour"} in behaviour["oneOf"]


def test_main_prints_a_line_for_each_problem(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    document = copy.deepcopy(LINTED)
    _no_description(document)
    _number_without_a_kind(document)
    monkeypatch.setattr(lint, "bundle", lambda path: document)
    assert lint.main([str(SOURCE)]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 2
    start = "commerce.yaml #/components/schemas/Trial/properties/skipTrial: has no description"
    assert lines[0].startswith(start)

    monkeypatch.setattr(lint, "bundle", lambda path: LINTED)
    assert lint.main([str(SOURCE)]) == 0
    assert capsys.readouterr().out == ""


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "codegen.lint", *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def test_files_are_linted_by_their_paths(tmp_path: Path) -> None:
    mine = tmp_path / "mine.yaml"
    mine.write_text((ROOT / "tests/codegen/documents/kiosk.yaml").read_text(encoding="utf-8"))
    good = run("openapi/commerce.yaml")
    assert (good.returncode, good.stdout) == (0, "")
    both = run("openapi/commerce.yaml", str(mine))
    assert both.returncode == 1
    assert {line.partition(" ")[0] for line in both.stdout.splitlines()} == {"mine.yaml"}
    gone = run(str(tmp_path / "gone.yaml"))
    assert (gone.returncode, gone.stderr) == (1, "")
    assert gone.stdout == "gone.yaml: there is no such file to read; name one\n"


def test_a_document_that_is_no_yaml_is_not_passed_over(tmp_path: Path) -> None:
    (tmp_path / "kennel.json").write_text("{}")
    with pytest.raises(DocumentFailed, match=r"kennel\.json: .* \.yaml"):
        documents(tmp_path)
