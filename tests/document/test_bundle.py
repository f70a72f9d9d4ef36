"""The JSON that the sandbox reads is what the YAML says."""

import json
from pathlib import Path

import pytest

from bundle import SOURCE, TARGET, BundleError, as_json, bundle


def test_the_committed_bundle_is_up_to_date() -> None:
    assert TARGET.read_bytes() == as_json(bundle(SOURCE)).encode()


def test_dates_and_words_stay_text(tmp_path: Path) -> None:
    source = tmp_path / "api.yaml"
    source.write_text("day: 2024-07-19\ntime: 2024-07-19T10:00:00Z\nword: no\n")
    assert bundle(source) == {"day": "2024-07-19", "time": "2024-07-19T10:00:00Z", "word": "no"}


def test_parts_of_other_files_are_put_in_place(tmp_path: Path) -> None:
    (tmp_path / "shared.yaml").write_text(
        "parts:\n  a/b: {type: object, properties: {inner: {$ref: '#/parts/leaf'}}}\n"
        "  leaf: {type: string}\n"
    )
    source = tmp_path / "api.yaml"
    source.write_text("one: {$ref: 'shared.yaml#/parts/a~1b'}\nown: {$ref: '#/one'}\n")
    assert bundle(source) == {
        "one": {"type": "object", "properties": {"inner": {"type": "string"}}},
        "own": {"$ref": "#/one"},
    }


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("one: {$ref: 'api.yaml#/missing'}", "names nothing"),
        ("one: {$ref: 'api.yaml#/one'}", "leads back to itself"),
        ("200: {}", "its key"),
        ("- 1", "holds no mapping"),
    ],
)
def test_what_cannot_be_bundled_is_said(tmp_path: Path, text: str, message: str) -> None:
    source = tmp_path / "api.yaml"
    source.write_text(text + "\n")
    with pytest.raises(BundleError, match=message):
        bundle(source)


def test_the_text_is_the_same_every_time() -> None:
    text = as_json(bundle(SOURCE))
    assert text == as_json(json.loads(text))
    assert text.endswith("}\n")
