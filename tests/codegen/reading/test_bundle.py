"""The JSON that the sandbox reads is what the YAML says."""

import json
from pathlib import Path

import pytest

from codegen.reading.bundle import BundleError, as_json, bundle
from codegen.reading.documents import documents
from tests.conftest import ROOT
from tests.openapi import SOURCE

COPIES = ROOT / "src" / "commerce_sdk" / "sandbox" / "documents"


@pytest.mark.parametrize("source", documents(), ids=lambda path: path.stem)
def test_the_committed_bundle_is_up_to_date(source: Path) -> None:
    assert (COPIES / f"{source.stem}.json").read_bytes() == as_json(bundle(source)).encode()


def test_dates_and_words_stay_text(tmp_path: Path) -> None:
    source = tmp_path / "api.yaml"
    source.write_text("day: 2024-07-19\ntime: 2024-07-19T10:00:00Z\nword: no\n")
    assert bundle(source) == {"day": "2024-07-19", "time": "2024-07-19T10:00:00Z", "word": "no"}


@pytest.mark.parametrize(
    "value",
    ["1e5", "-0.0", "1.5E+3", "123456789012345678901", '"\\u00e9\\/"', '"<<"', "NaN", "null"],
)
def test_json_is_read_as_the_yaml_that_it_is(value: str, tmp_path: Path) -> None:
    source, same = tmp_path / "api.yaml", tmp_path / "same.yaml"
    source.write_text(f'{{"a": [{value}], "b": {value}}}')
    same.write_text(f"a: [{value}]\nb: {value}\n")
    assert repr(bundle(source)["a"]) == repr(bundle(same)["a"])
    assert repr(bundle(source)["b"]) == repr(bundle(same)["b"])


def test_paths_and_components_of_other_files_are_put_in_place(tmp_path: Path) -> None:
    (tmp_path / "group").mkdir()
    (tmp_path / "group" / "things.yaml").write_text(
        "paths:\n  /a/{b}: {get: {schema: {$ref: '#/components/schemas/Thing'}}}\n"
        "components:\n  schemas:\n    Thing: {items: {$ref: '../shared.yaml#/components/schemas/Leaf'}}\n"
    )
    (tmp_path / "shared.yaml").write_text("components: {schemas: {Leaf: {type: string}}}\n")
    source = tmp_path / "api.yaml"
    source.write_text(
        "paths:\n  /a/{b}: {$ref: 'group/things.yaml#/paths/~1a~1{b}'}\n"
        "components: {securitySchemes: {basic: {}}}\n"
    )
    assert bundle(source) == {
        "paths": {"/a/{b}": {"get": {"schema": {"$ref": "#/components/schemas/Thing"}}}},
        "components": {
            "securitySchemes": {"basic": {}},
            "schemas": {
                "Thing": {"items": {"$ref": "#/components/schemas/Leaf"}},
                "Leaf": {"type": "string"},
            },
        },
    }


LIMITS = """x-rate-limit:
  all: [{limit: 9, seconds: 60, scope: address}]
  post: [{limit: 5, seconds: 60, scope: address, bucket: writes}]
paths:
  /a:
    get: {operationId: get_a, x-rate-limit: [{limit: 2, seconds: 1, scope: account}]}
    post: {operationId: post_a}
    delete: {operationId: delete_a, x-rate-limit: []}
"""


def test_limits_over_several_operations_stand_at_each_that_they_fit(tmp_path: Path) -> None:
    source = tmp_path / "api.yaml"
    source.write_text(LIMITS)
    found = bundle(source)
    over_all = {"limit": 9, "seconds": 60, "scope": "address", "bucket": "all"}
    assert {key: each["x-rate-limit"] for key, each in found["paths"]["/a"].items()} == {
        "get": [over_all, {"limit": 2, "seconds": 1, "scope": "account"}],
        "post": [over_all, {"limit": 5, "seconds": 60, "scope": "address", "bucket": "writes"}],
        "delete": [over_all],
    }


def test_where_the_document_says_nothing_of_a_method_its_operations_have_to(tmp_path: Path) -> None:
    source = tmp_path / "api.yaml"
    source.write_text(LIMITS.replace("  all: [{limit: 9, seconds: 60, scope: address}]\n", ""))
    found = bundle(source)["paths"]["/a"]
    assert found["get"]["x-rate-limit"] == [{"limit": 2, "seconds": 1, "scope": "account"}]
    source.write_text("x-rate-limit: {all: []}\npaths: {/a: {get: {}}}")
    assert bundle(source)["paths"]["/a"]["get"] == {"x-rate-limit": []}
    source.write_text("x-rate-limit: {get: []}\npaths: {/a: {post: {}}}")
    assert bundle(source)["paths"]["/a"]["post"] == {}


BY_TAG = """x-rate-limit:
  get: [{limit: 9, seconds: 60, scope: address, bucket: '{tag}-reads'}]
paths:
  /a: {get: {operationId: a, tags: [roles]}, post: {operationId: b, tags: [roles]}}
  /c: {get: {operationId: c, tags: [API keys]}}
  /d: {get: {operationId: d}}
"""


def test_a_bucket_may_be_of_each_tag(tmp_path: Path) -> None:
    source = tmp_path / "api.yaml"
    source.write_text(BY_TAG)
    paths = bundle(source)["paths"]
    found = {
        name: [each["bucket"] for each in paths[name]["get"]["x-rate-limit"]] for name in paths
    }
    assert found == {"/a": ["roles-reads"], "/c": ["api_keys-reads"], "/d": ["{tag}-reads"]}
    assert "x-rate-limit" not in paths["/a"]["post"]


THING = "components: {schemas: {Thing: {}}}\n"


@pytest.mark.parametrize(
    ("text", "other", "message"),
    [
        ("200: {}", "", "its key"),
        ("- 1", "", "holds no mapping"),
        ("components: {schemas: {One: {$ref: 'other.yaml#/x'}}}", "", "names no file"),
        (
            "components: {schemas: {One: {$ref: 'other.yaml#/components/schemas/No'}}}",
            THING,
            "names no component",
        ),
        (
            "components: {schemas: {One: {$ref: 'other.yaml#/info'}}}",
            "components: {}\ninfo: {}",
            "names no component",
        ),
        ("paths: {/a: {$ref: 'other.yaml#/paths/~1b'}}", THING, "names no path"),
        (
            "paths: {/a: {$ref: 'other.yaml#/paths/~1a'}}",
            "paths: {/a: {}, /b: {}}",
            "other.yaml #/paths/~1b: is in no path of api.yaml; refer",
        ),
        (
            "components: {schemas: {A: {$ref: 'other.yaml#/components/schemas/Thing'}, Thing: {}}}",
            THING,
            r"\.yaml #/components/schemas/Thing: is in another file too; give",
        ),
        (
            "components: {schemas: {A: {$ref: 'other.yaml#/components/schemas/Thing'}}}",
            THING + "info: {}",
            "yaml #/info: only p",
        ),
        (
            "paths: {/a: {get: {parameters: [{$ref: 'no.yaml#/Thing'}]}}}",
            "",
            r"api.yaml #/paths/~1a/get/parameters/0: \$ref no.yaml#/Thing names no file; name one",
        ),
        (
            "components: {schemas: {One: {$ref: 'https://x.invalid/a.yaml#/components/schemas/A'}}}",
            "",
            r"api.yaml #/components/schemas/One: \$ref https://x.invalid/\S+ names no file; only files are read",
        ),
        (
            "components: {schemas: {One: {$ref: 'other.yaml#/Thing'}}}",
            THING,
            r"api.yaml #/components/schemas/One: \$ref other.yaml#/Thing names no component; name one that exists",
        ),
        ("paths: {/a: {$ref: 'other.yaml#/paths'}}", THING + "paths: {}", "names no path; name"),
        ("a: 1\nb: {c: 1,\n  c: [2]}", "", "api.yaml: line 3: the key c stands there twice; wr"),
        (
            "paths: {'/a/{b}': {m: .inf}}",
            "",
            "api.yaml #/paths/~1a~1{b}/m: is not a JSON value; writ",
        ),
        (
            '{"a": 1,\n "b": {"c": 1,\n "c": [2]}}',
            "",
            "api.yaml: line 3: the key c stands there twice",
        ),
        ('{"a": ["\\ud800"]}', "", "api.yaml: nothing that JSON can hold"),
        ("default: .nan", "", "#/default: is not a JSON value; write a number that JSON has"),
        ("paths: {'/a/{b}': {200: x}}", "", r"#/paths/~1a~1{b}/200 \(its key\): is not"),
        ("one: !!set {a}", "", "#/one: is not a JSON value; write it as text"),
    ],
)
def test_what_cannot_be_bundled_is_said(
    tmp_path: Path, text: str, other: str, message: str
) -> None:
    source = tmp_path / "api.yaml"
    source.write_text(text + "\n")
    if other:
        (tmp_path / "other.yaml").write_text(other + "\n")
    with pytest.raises(BundleError, match=message):
        bundle(source)


def test_the_text_is_the_same_every_time() -> None:
    text = as_json(bundle(SOURCE))
    assert text == as_json(json.loads(text))
    assert text.endswith("}\n")
