"""What a server may write and no document says: it reads, and comes back the same."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

import pytest

from commerce_sdk import DecodeError, InvalidRequest, models
from commerce_sdk.document.model import Model, parse_json, read_json
from commerce_sdk.money import Money
from tests.codegen.golden.shop.models import Bill
from tests.document.test_every_model import ANSWERS

OWN_NAMES = ("commerce_sdk:unknown", "commerce_sdk:currency", "commerce_sdk:", "_sdk_unknown")


@pytest.mark.parametrize("name", ANSWERS)
@pytest.mark.parametrize("value", [None, "JPY", {"a": 1}, [1], 7], ids=repr)
def test_a_field_named_like_the_sdks_own_is_the_servers(name: str, value: Any) -> None:
    model: type[Model] = getattr(models, name)
    for own in OWN_NAMES:  # one by one: the exact reader leaves off at the first that it misses
        came = {own: value}
        for read in (read_json(model, json.dumps(came).encode()), model.from_dict(came)):
            assert read.unknown_fields == came
            given_back = read.to_dict()
            assert given_back[own] == value
            assert json.loads(read.to_json()) == given_back


def test_such_a_field_changes_no_amount() -> None:
    came = {"id": "b", "total": 1234, "currency": "USD", "commerce_sdk:currency": "JPY"}

    assert read_json(Bill, json.dumps(came).encode()).total == Money.of("12.34", "USD")


@pytest.mark.parametrize(
    ("data", "path"),
    [
        ({"total": 0.1, "currency": "USD"}, r"\$\.total"),
        ({"taxPercent": 1e300}, r"\$\.taxPercent"),
        ({"rates": {"u": 0.5}}, r"\$\.rates\.u"),
        ({"lines": [{"taxes": [{"amount": 1234567890123456.78}]}]}, r"\$\.lines\[0\]\.taxes\[0\]"),
        ({"parts": {"a": {"amount": float("nan")}}}, r"\$\.parts\.a\.amount"),
    ],
    ids=str,
)
def test_a_float_is_refused_where_an_exact_number_stands(data: dict[str, Any], path: str) -> None:
    with pytest.raises(InvalidRequest, match=f"{path}.*from_json"):
        Bill.from_dict({"id": "b", **data})


def test_from_json_keeps_every_digit() -> None:
    text = '{"id": "b", "total": 12345678901234567.895, "currency": "USD"}'

    for content in (text, text.encode()):
        read = Bill.from_json(content)
        assert read.total == Money.from_minor("12345678901234567.895", "USD")
        assert read.to_dict()["total"] == Decimal("12345678901234567.895")
    with pytest.raises(DecodeError, match="not a whole JSON document"):
        Bill.from_json("{")
    with pytest.raises(DecodeError, match="not UTF-8"):
        Bill.from_json('{"id": "\ud800"}')
    for wrong in ({"id": "b"}, None, 5):
        with pytest.raises(InvalidRequest, match="content: must be the bytes or the text"):
            Bill.from_json(wrong)  # type: ignore[arg-type]


def test_a_byte_order_mark_is_passed_over() -> None:
    order = {"orderId": "o", "slug": "Zürich ☃"}
    content = b"\xef\xbb\xbf" + json.dumps(order, ensure_ascii=False).encode()

    assert read_json(models.Order, content).to_dict() == order
    assert parse_json(content) == order


@pytest.mark.parametrize(
    ("text", "reads"),
    [
        (r"\ud800", "�"),
        (r"\uDFFF", "�"),
        (r"a\udc00b", "a�b"),
        (r"\ud83d\u0041", "�A"),
        (r"\ud83d\ud83d\ude00", "�😀"),
        (r"\uD83D\uDE00", "😀"),
        (r"\\ud800\ud800", r"\ud800" + "�"),
        (r"\\\\ud800", r"\\ud800"),
        (r"\ud800\n\"\/", '�\n"/'),
        (r"\ud800\\", "�\\"),
    ],
)
def test_half_a_surrogate_pair_does_not_cost_the_answer(text: str, reads: str) -> None:
    content = f'{{"orderId": "o", "slug": "{text}", "new": {{"{text}": "{text}"}}}}'.encode()

    read = read_json(models.Order, content)

    assert (read.order_id, read.slug) == ("o", reads)
    assert read.unknown_fields == {"new": {reads: reads}}
    assert json.loads(read.to_json()) == read.to_dict()


# By the grammar of RFC 8259.
JSON = [
    *("0", "-0", "1e5", "1E+2", "-1.5e-7", "1e-999", "123456789012345678901234567890", "0.10"),
    *('""', r'"\"\\\/\b\f\n\r\té"', r'"\u0000"', '"\x7f"', '"\u2028\u2029"', '"￿"', r'"￾"'),
    *(" [ ] ", "\t\r\n{}\n", "[[[[]]]]", '{"":{"":[]}}', '{"a":1,"a":2}', "true", "false", "null"),
]
NO_JSON = [
    *("01", "-01", "+1", ".5", "1.", "1.e5", "1e", "1e+", "- 1", "0x10", "1_000", "NaN", "-NaN"),
    *("Infinity", "-Infinity", "nan", "1 2", "--1", "1e5.5", "０", "-", "2.e3", "0e", "1eE2"),
    *("'a'", '"', '"a', r'"\x41"', r'"\u12"', r'"\u12G4"', r'"\ud800', r'"\ud800\"', r'"\u"'),
    *('"\x00"', '"\n"', '"\t"', '"\x1f"', r'"\ ', r'"\ud8"', r'"\ud80\u0000"', r'"\U0041"'),
    *("[1,]", "[,1]", "[1 2]", "[1,,2]", "[", "]", "[}", "[1", '["a"', "[1}", "[a]", "[1]]"),
    *("{", "}", '{"a"}', '{"a":}', '{"a":1,}', "{a:1}", "{1:1}", '{"a":1', '{"a" 1}', "{'a':1}"),
    *('{"a":1}}', '{"a":1 "b":2}', '{"a"::1}', '{,"a":1}', '{"a":1,,"b":2}', "{null:1}"),
    *("tru", "True", "nulll", "FALSE", "undefined", "[1]//", "/**/1", "#", "1#", "\ufeff\ufeff1"),
    *("", " ", "\ufeff", "\u00a01", "\x0c1", "1\x00", "a", "\\u0031", "[\\n]", r"{}\ud800"),
]


@pytest.mark.parametrize("text", JSON, ids=ascii)
def test_json_reads_as_the_standard_library_reads_it(text: str) -> None:
    assert parse_json(text.encode()) == json.loads(text, parse_float=Decimal)
    assert parse_json(b"\xef\xbb\xbf" + text.encode()) == json.loads(text, parse_float=Decimal)


@pytest.mark.parametrize("text", NO_JSON, ids=ascii)
def test_what_is_no_json_is_refused(text: str) -> None:
    with pytest.raises(DecodeError):
        parse_json(text.encode())


@pytest.mark.parametrize(
    "content",
    [b'"\xff"', b'"\xc0\xaf"', b'"\xed\xa0\x80"', b'"\xf4\x90\x80\x80"', b"\xff\xfe[\x00]\x00"],
    ids=repr,
)
def test_what_is_no_utf8_is_refused(content: bytes) -> None:
    with pytest.raises(DecodeError):
        parse_json(content)
