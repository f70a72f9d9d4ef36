"""Money, instants and numbers as fields: read from generated models and written back."""

from __future__ import annotations

import datetime
import json
import uuid
from decimal import Decimal
from typing import Any

import pytest

from commerce_sdk import UNSET, CurrencyMismatch, DecodeError, InvalidRequest, Money
from commerce_sdk.document.model import parse_json, read_json
from tests.codegen.golden.shop.api.bills import create_bill, get_bill, print_bill, send_bill
from tests.codegen.golden.shop.models import (
    Bill,
    BillInput,
    Colour,
    Company,
    CopyInput,
    LineInput,
    PlanInput,
    SendInput,
)

ID = "009f8789-c10c-4366-9420-f712d02a6499"


def bill(**fields: Any) -> Bill:
    return read_json(Bill, json.dumps({"id": ID, "total": 1234, **fields}).encode())


@pytest.mark.parametrize(
    ("fields", "total"),
    [
        ({"currency": "USD"}, Money.of("12.34", "USD")),
        ({"currency": "JPY"}, Money.of("1234", "JPY")),
        ({"currency": "BHD"}, Money.of("1.234", "BHD")),
        ({"lines": [{"currency": "USD"}, {"currency": "USD"}]}, Money.of("12.34", "USD")),
        ({"currency": None, "lines": [{}, {"currency": "USD"}]}, Money.of("12.34", "USD")),
        ({"currency": "JPY", "lines": [{"currency": "USD"}]}, Money.of("1234", "JPY")),
        ({"currency": "", "lines": [{"currency": "USD"}]}, Money.of("12.34", "USD")),
    ],
    ids=str,
)
def test_a_total_is_in_the_currency_that_stands_where_the_document_says(
    fields: dict[str, Any], total: Money
) -> None:
    assert bill(**fields).total == total


@pytest.mark.parametrize(
    "fields",
    [{}, {"lines": []}, {"lines": [{"currency": "USD"}, {"currency": "JPY"}]}, {"currency": "ZZZ"}],
    ids=str,
)
def test_without_one_currency_the_number_is_kept_as_it_came(fields: dict[str, Any]) -> None:
    read = bill(**fields)

    assert read.total is not None
    assert (read.total.currency, read.total.amount, read.total.unit) == ("XXX", 1234, "minor")
    assert read.to_dict() == {"id": ID, "total": 1234, **fields}


def test_lines_and_their_taxes_take_the_currency_of_what_they_are_on() -> None:
    read = bill(
        currency="USD",
        paid=5,
        lines=[
            {"amount": 100, "taxes": [{"amount": 1.5}]},
            {"amount": 100, "currency": "JPY", "taxes": [{"amount": 1.5}]},
        ],
        parts={"a": {"amount": 7}, "b": None},
        parents=[{"total": 3, "currency": "JPY"}],
    )

    assert read.paid == Money.of(5, "USD")
    assert read.lines is not None
    amounts = [(line.amount, (line.taxes or [])[0].amount) for line in read.lines]
    assert amounts == [
        (Money.of(1, "USD"), Money.of("1.5", "USD")),
        (Money.of(100, "JPY"), Money.of("1.5", "JPY")),
    ]
    assert read.parts is not None
    assert read.parts["a"] is not None
    assert read.parts["a"].amount == Money.of("0.07", "USD")
    assert read.parts["b"] is None
    assert read.parents is not None
    assert read.parents[0].total == Money.of(3, "JPY")


def test_twelve_decimals_of_a_cent_are_kept() -> None:
    content = b'{"total":12345678901234567,"currency":"USD","lines":[{"unitAmountDecimal":0.000000000001}]}'
    read = read_json(Bill, content)

    assert read.lines is not None
    assert read.lines[0].unit_amount_decimal == Money.of("0.00000000000001", "USD")
    assert read.total == Money.of("123456789012345.67", "USD")
    assert parse_json(read.to_json()) == parse_json(content)


def test_an_amount_in_text_is_read_and_anything_else_is_no_amount() -> None:
    assert Bill.from_dict({"total": "1234", "currency": "USD"}).total == Money.of("12.34", "USD")
    for wrong in ("a lot", "1_000", " 1", "NaN", True, [], {}):
        with pytest.raises(DecodeError, match="amount of money"):
            Bill.from_dict({"total": wrong}).total


def test_percentages_instants_and_maps_read_as_what_they_are() -> None:
    content = {
        "taxPercent": Decimal("10.00"),
        "createdAt": 1721418338715,
        "changedAt": "2026-01-02T03:04:05.000Z",
        "colours": ["RED", "PINK", None],
        "rates": {"a": Decimal("0.1"), "b": 2, "c": None},
        "groups": {"g": ["x", None]},
        "extra": {"deep": Decimal("1.10")},
        "anything": [1],
        "owner": {"kind": "COMPANY", "vat": "1"},
    }
    read = Bill.from_dict(content)

    assert read.tax_percent == Decimal(10)
    assert read.created_at == datetime.datetime(2024, 7, 19, 19, 45, 38, 715000, datetime.UTC)
    assert read.changed_at == datetime.datetime(2026, 1, 2, 3, 4, 5, tzinfo=datetime.UTC)
    assert read.colours == [Colour.RED, "PINK"]
    assert read.rates == {"a": Decimal("0.1"), "b": Decimal(2), "c": None}
    assert read.groups == {"g": ["x"]}
    assert isinstance(read.owner, Company)
    assert read.to_dict() == content


def request(**fields: Any) -> BillInput:
    return BillInput(**{"id": ID, "lines": [LineInput(amount=Money.of("12.34", "USD"))], **fields})


def test_amounts_are_written_in_the_unit_that_each_field_wants() -> None:
    line = LineInput(amount=Money.of("12.34", "USD"), fee=Money.of("0.5", "USD"))

    assert request(lines=[line]).to_json() == (
        f'{{"id":"{ID}","lines":[{{"amount":1234,"fee":0.5}}]}}'.encode()
    )


def test_every_other_kind_is_written_as_the_document_says() -> None:
    written = request(
        colour=Colour.DARK_BLUE,
        at=datetime.datetime(2024, 7, 19, 19, 45, 38, 715000, datetime.UTC),
        when=datetime.datetime(2026, 1, 2, 3, 4, 5, tzinfo=datetime.UTC),
        discount=Decimal("0.10"),
        count=3,
        notify=False,
        tags={"a": None},
        usage={"u": Decimal("1.5")},
        extra={"x": [1]},
    ).to_dict()

    del written["id"], written["lines"]
    assert written == {
        "colour": "dark-blue",
        "at": 1721418338715,
        "when": "2026-01-02T03:04:05Z",
        "discount": Decimal("0.10"),
        "count": 3,
        "notify": False,
        "tags": {"a": None},
        "usage": {"u": Decimal("1.5")},
        "extra": {"x": [1]},
    }


def test_an_enum_value_that_was_read_goes_out_again_and_a_made_up_one_does_not() -> None:
    read = Bill.from_dict({"colour": "PINK"}).colour

    assert request(colour=read).to_dict()["colour"] == "PINK"
    with pytest.raises(InvalidRequest, match=r"colour: expected one of RED, dark-blue, quo\"te"):
        request(colour="PINK").to_dict()
    assert request(colour="RED").to_dict()["colour"] == "RED"


@pytest.mark.parametrize(
    ("fields", "complaint"),
    [
        ({"lines": [LineInput(amount=12)]}, r"lines\[0\].amount: expected Money"),
        ({"lines": [{"amount": 12}]}, r"lines\[0\]: expected a LineInput, got dict"),
        ({"lines": [LineInput(amount=12.34)]}, r"lines\[0\].amount: expected Money .*got float"),
        ({"lines": [LineInput(amount=True)]}, r"lines\[0\].amount: expected Money .*got bool"),
        ({"lines": [LineInput(amount=None)]}, r"lines\[0\].amount: is required"),
        ({"lines": "ab"}, "lines: expected a list, got str"),
        ({"usage": {"u": 0.1}}, r"usage.u: expected a Decimal .*got float"),
        ({"discount": True}, "discount: expected a Decimal .*got bool"),
        ({"discount": 0.1}, "discount: expected a Decimal or an int .*got float"),
        ({"discount": Decimal("NaN")}, "discount: expected a finite number"),
        ({"count": 2**31}, "count: expected a whole number of 32 bits"),
        ({"count": -(2**31) - 1}, "count: expected a whole number of 32 bits"),
        ({"count": True}, r"count: expected a whole number \(int\), got bool"),
        ({"at": datetime.datetime(2026, 1, 1)}, "at: .*no time zone; give it one"),
        ({"at": 1752745039000}, "at: pass an aware datetime, not a number"),
        ({"when": datetime.datetime(2026, 1, 1)}, "when: .*time zone"),
        ({"when": "yesterday"}, "when: expected an RFC 3339 date-time"),
        ({"when": "2026-01-02T03:04:05.000+0000"}, "when: expected an RFC 3339 date-time"),
        ({"at": 5.0}, "at: expected an aware datetime"),
        ({"notify": 1}, "notify: expected True or False"),
        ({"notify": None}, "notify: may not be null; leave it out"),
        ({"tags": {1: "a"}}, "tags: expected text as the key"),
        ({"tags": {"a": 1}}, "tags.a: expected text"),
        ({"id": "1"}, "id: expected a UUID"),
        ({"id": uuid.UUID(ID)}, r"id: expected a UUID as text .*pass str\(it\)"),
        ({"colour": "red"}, "colour: expected one of RED"),
        ({"lines": UNSET}, "lines: is required"),
        ({"source": "COPY"}, "source: expected 'LINES'"),
    ],
    ids=str,
)
def test_what_the_document_forbids_is_refused_with_its_place(
    fields: dict[str, Any], complaint: str
) -> None:
    with pytest.raises(InvalidRequest, match=complaint):
        request(**fields).to_dict()


def test_all_amounts_of_a_request_are_of_one_currency() -> None:
    dollars, yen = LineInput(amount=Money.of(1, "USD")), LineInput(amount=Money.of(1, "JPY"))
    with pytest.raises(CurrencyMismatch, match=r"lines\[1\].amount: the amount is in JPY"):
        request(lines=[dollars, yen]).to_dict()
    with pytest.raises(CurrencyMismatch, match=r"tiers\[0\].amount: .*is in JPY.*for USD"):
        PlanInput(currency="USD", tiers=[yen]).to_dict()
    with pytest.raises(CurrencyMismatch, match="for USD, JPY was asked for"):
        PlanInput(currency="USD", tiers=[]).to_dict(currency="JPY")
    with pytest.raises(CurrencyMismatch):
        request().to_dict(currency="JPY")
    assert request().to_dict(currency="USD")["lines"] == [{"amount": 1234}]


def test_amounts_finer_than_the_minor_unit_are_written_to_their_last_digit() -> None:
    fine = Money.of("0.00000000000001", "USD")
    long = Money.of("123456789012345.675", "USD")
    lines = [line(fee=fine, exact=fine), line(fee=long, exact=long)]
    written = request(lines=lines).to_dict()["lines"]

    assert written[0] == {"amount": 0, "fee": Decimal("1E-14"), "exact": "0.000000000001"}
    assert written[1]["fee"] == Decimal("123456789012345.675")
    assert written[1]["exact"] == "12345678901234567.5"
    assert parse_json(request(lines=lines).to_json())["lines"] == written
    assert BillInput.from_dict({"id": ID, "lines": written}, currency="USD").lines == lines


def line(**fields: Any) -> LineInput:
    return LineInput(**{"amount": Money.zero("USD"), **fields})


@pytest.mark.parametrize(
    ("fields", "complaint"),
    [
        (
            {"amount": Money.of("12.345", "USD")},
            r"lines\[0\].amount: USD 12.345 is no whole number of minor units; round it first",
        ),
        ({"amount": Money.of("1E17", "USD")}, r"lines\[0\].amount: .*more than 64 bits can hold"),
        (
            {"exact": Money.of("1E-15", "USD")},
            r"lines\[0\].exact: .* has 13 decimals of a minor unit, 12 can be sent",
        ),
        ({"exact": "1.5"}, r"lines\[0\].exact: expected Money .*got str"),
        ({"exact": Money.of("1", "JPY")}, r"lines\[0\].exact: the amount is in JPY"),
    ],
    ids=str,
)
def test_an_amount_that_its_field_cannot_hold_is_refused(
    fields: dict[str, Any], complaint: str
) -> None:
    with pytest.raises((InvalidRequest, CurrencyMismatch), match=complaint):
        request(lines=[line(**fields)]).to_dict()


@pytest.mark.parametrize("edge", [2**63 - 1, -(2**63)])
def test_the_greatest_whole_amounts_go_out(edge: int) -> None:
    written = request(lines=[line(amount=Money.from_minor(edge, "USD"))]).to_dict()
    assert written["lines"][0]["amount"] == edge


def test_an_amount_in_text_comes_back_the_same() -> None:
    content = {"currency": "JPY", "lines": [{"exact": "12.500000000001"}, {"exact": None}]}
    read = Bill.from_dict(content)

    assert read.lines is not None
    assert read.lines[0].exact == Money.of("12.500000000001", "JPY")
    assert read.lines[1].exact is None
    assert read.to_dict() == content


@pytest.mark.parametrize(
    ("code", "amount", "minor"),
    [("JPY", "1234", 1234), ("BHD", "1.234", 1234), ("CLF", "0.1234", 1234), ("USD", "-5", -500)],
)
def test_each_currency_is_written_in_its_own_minor_unit(code: str, amount: str, minor: int) -> None:
    money = Money.of(amount, code)
    written = request(lines=[LineInput(amount=money, fee=money)]).to_dict()["lines"][0]

    assert written == {"amount": minor, "fee": Decimal(amount)}
    assert type(written["amount"]) is int


def test_an_amount_without_a_currency_goes_out_as_it_came_and_in_its_own_unit_only() -> None:
    read = bill(lines=[{"amount": 1234}], paid=5)
    assert read.lines is not None
    nameless, paid = read.lines[0].amount, read.paid
    assert nameless is not None
    assert paid is not None

    assert request(lines=[LineInput(amount=nameless, fee=paid)]).to_dict()["lines"] == [
        {"amount": 1234, "fee": 5}
    ]
    with pytest.raises(InvalidRequest, match=r"lines\[0\].amount: XXX 5 has no currency"):
        request(lines=[LineInput(amount=paid)]).to_dict()
    mixed = request(lines=[LineInput(amount=Money.of(1, "USD")), LineInput(amount=nameless)])
    with pytest.raises(CurrencyMismatch, match=r"lines\[1\].amount: the amount is in XXX"):
        mixed.to_dict()


@pytest.mark.parametrize(
    ("data", "complaint"),
    [
        ({"id": ID, "lines": [], "colr": "RED"}, "colr: BillInput has no such field; it has id, "),
        ({"id": ID}, "lines: BillInput needs it"),
        ({"id": ID, "lines": [{"amount": 1, "x": 2}]}, r"lines.*\bx: LineInput has no such field"),
        ({"id": ID, "lines": [{}]}, r"lines.*\bamount: LineInput needs it"),
    ],
    ids=str,
)
def test_a_stored_request_with_an_unknown_or_missing_field_is_refused(
    data: dict[str, Any], complaint: str
) -> None:
    with pytest.raises(InvalidRequest, match=complaint):
        BillInput.from_dict(data)


def test_a_request_comes_back_from_its_own_json() -> None:
    plan = PlanInput(currency="USD", tiers=[LineInput(amount=Money.of("12.34", "USD"))])

    assert PlanInput.from_dict(parse_json(plan.to_json())).to_dict() == plan.to_dict()


def test_build_checks_the_body_and_every_parameter() -> None:
    made = get_bill.build(bill_id=ID, x_note="s", full=True, kind="RED")
    assert (made.path, made.query) == (f"/v1/bills/{ID}", (("kind", "RED"), ("full", "true")))
    assert made.headers == (("X-note", "s"),)
    for note in (".", "..", "a b"):
        assert get_bill.build(bill_id=ID, x_note=note).headers == (("X-note", note),)
    assert create_bill.build(body=CopyInput(id=ID, of="x")).body
    assert send_bill.build(bill_id="b").body is None
    assert send_bill.build(bill_id="b", body=SendInput()).body == b"{}"
    printed = print_bill.build(bill_id="b", colours=["RED", "dark-blue"])
    assert printed.query == (("colours", "RED"), ("colours", "dark-blue"))
    assert printed.accept == "application/pdf, application/json"
    for wrong, complaint in (
        (lambda: get_bill.build(bill_id="..", x_note="s"), "billId: expected a UUID"),
        (lambda: get_bill.build(bill_id=ID, x_note=""), "X-note: may not be empty"),
        (lambda: get_bill.build(bill_id=ID, x_note=" "), "X-note: may not begin or end with bl"),
        (lambda: get_bill.build(bill_id=ID, x_note="a "), "X-note: may not begin or end with bl"),
        (lambda: get_bill.build(bill_id=ID, x_note="\ta"), "X-note: may not hold control"),
        (lambda: get_bill.build(bill_id=ID, x_note="a\nb"), "X-note: may not hold control"),
        (lambda: get_bill.build(bill_id=ID, x_note="é"), "X-note: may hold ASCII"),
        (lambda: get_bill.build(bill_id=ID, x_note="s", kind="PINK"), "kind: expected one of"),
        (
            lambda: print_bill.build(bill_id="b", colours=["RED", "PINK"]),
            r"colours\[1\]: expected one of",
        ),
        (lambda: send_bill.build(bill_id="b", body={}), "expected a SendInput, got dict"),  # type: ignore[arg-type]
        (lambda: create_bill.build(body={}), "expected one of BillInput, CopyInput, got dict"),  # type: ignore[arg-type]
    ):
        with pytest.raises(InvalidRequest, match=complaint):
            wrong()
