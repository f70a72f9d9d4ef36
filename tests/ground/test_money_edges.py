"""Money at its edges: absurd numbers, odd arguments, and amounts without a currency."""

from __future__ import annotations

import decimal
import enum
import itertools
import pickle
from decimal import Decimal
from typing import Any
from unittest.mock import ANY

import pytest
from hypothesis import example, given, strategies as st

from commerce_sdk import CurrencyMismatch, DecodeError, InvalidRequest, Money
from commerce_sdk.currencies import EXPONENTS
from commerce_sdk.money import exponent, from_wire, to_wire

LONG = Decimal("1" * 60 + ".5")
units = st.sampled_from(["minor", "major"])
codes = st.sampled_from([None, "XXX", "ZZZ", "USD", "JPY", "BHD", "CLF"])
numbers = st.integers() | st.decimals(
    min_value=-(10**30), max_value=10**30, allow_nan=False, allow_infinity=False
)


# --- numbers that no money has


@pytest.mark.parametrize(
    "number",
    [
        Decimal("1E+999999999999999999"),
        Decimal("1E-999999999999999999"),
        Decimal("1E+999999999"),
        Decimal("-1E+5000"),
        Decimal("1E-5000"),
        10**3000,
        Decimal("NaN"),
        Decimal("sNaN"),
        Decimal("-Infinity"),
    ],
    ids=lambda number: f"{number:.20}" if isinstance(number, Decimal) else "10**3000",
)
@pytest.mark.parametrize("code", [None, "USD"])
@pytest.mark.parametrize("unit", ["minor", "major"])
def test_an_absurd_number_of_a_servers_is_a_decode_error(number: Any, code: Any, unit: Any) -> None:
    with pytest.raises(DecodeError, match=r"an amount of money"):
        from_wire(number, code, unit)


@pytest.mark.parametrize("number", [0.1, float("nan"), 5.0, True, None, b"1", [1]], ids=repr)
def test_what_is_no_exact_number_never_reads_as_money(number: Any) -> None:
    for code in (None, "USD"):
        with pytest.raises(DecodeError, match=r"an amount of money should stand here, no .*number"):
            from_wire(number, code, "major")


@pytest.mark.parametrize("amount", ["1e1000", "1e9999", "1e-9999", Decimal("1E+99999"), 10**1500])
def test_an_absurd_number_of_the_callers_is_refused(amount: Any) -> None:
    for make in (Money.of, Money.from_minor):
        with pytest.raises(InvalidRequest, match=r"an amount has more digits than money can hold"):
            make(amount, "USD")
    with pytest.raises(InvalidRequest, match=r"a factor has more digits"):
        Money.of(1, "USD") * Decimal("1E+99999")


def test_the_longest_money_is_exact_and_one_digit_more_is_refused() -> None:
    whole, tiny = "1" * 1000, "1e-2998"
    for amount in (whole, f"{whole}.{whole}", tiny):
        assert Money.of(amount, "USD").amount == Decimal(amount)
    for amount in (f"1{whole}", f"{whole}.1{whole}", "1e-2999"):
        with pytest.raises(InvalidRequest, match="more digits than money can hold"):
            Money.of(amount, "USD")


@pytest.mark.parametrize("text", ["1_000", " 1", "1 ", "\N{ARABIC-INDIC DIGIT ONE}", "ten", ""])
def test_text_that_is_no_plain_number_never_reads_as_money(text: str) -> None:
    with pytest.raises(DecodeError, match="other text came"):
        from_wire(text, "USD", "major")
    assert from_wire("12.34", "USD", "major") == Money.of("12.34", "USD")


def test_a_result_is_exact_or_refused_and_never_quietly_rounded() -> None:
    vast, tiny = Money.of("1e900", "USD"), Money.of("1e-900", "USD")

    assert (vast + tiny) - vast == tiny
    grown = [
        lambda: vast * Decimal("1e900"),
        lambda: vast + Money.of("1e-1500", "USD"),
        lambda: tiny * Decimal("1e-1500") * Decimal("1e-1500"),
        lambda: round(tiny, 10**6),
        lambda: round(vast, -(10**6)),
    ]
    for result in grown:
        with pytest.raises(InvalidRequest, match=r"digits than money can hold"):
            result()


# --- quotients


@pytest.mark.parametrize("digits", [6, 1])
def test_a_quotient_whose_digits_end_is_exact_however_long_it_is(digits: int) -> None:
    with decimal.localcontext() as context:
        context.prec = digits
        money = Money.of(LONG, "USD")
        assert (money / 2) * 2 == money
        assert money / Money.of(2, "USD") == (money / 2).amount
        assert (Money.of(1, "USD") / 2**100) * 2**100 == Money.of(1, "USD")


def test_a_quotient_whose_digits_do_not_end_is_rounded_half_even_at_fifty() -> None:
    assert Money.of(2, "USD") / 3 == Money.of("0." + "6" * 49 + "7", "USD")
    assert Money.of(1, "USD") / Money.of(3, "USD") == Decimal("0." + "3" * 50)


# --- odd arguments give one clear error


@pytest.mark.parametrize(
    ("call", "complaint"),
    [
        (lambda m: m * 0.5, "a factor is an int or a Decimal, not float"),
        (lambda m: m * 0.5, r"a float is already inexact; write Decimal\('0.1'\)"),
        (lambda m: Money.of(0.1, "USD"), "a float is already inexact; write '0.1'"),
        (lambda m: 0.5 * m, "not float"),
        (lambda m: m / True, "a divisor is .*not bool"),
        (lambda m: m * Decimal("NaN"), "a factor is finite, not NaN"),
        (lambda m: m * None, "a factor is .*not NoneType$"),
        (lambda m: m.round(rounding="UP"), "ROUND_HALF_UP, not 'UP'"),
        (lambda m: m.round(rounding="Decimal"), "ROUND_HALF_UP, not 'Decimal'"),
        (lambda m: m.round(rounding=None), "ROUND_HALF_UP, not None"),
        (lambda m: round(m, 1.0), r"whole number of digits, not 1\.0"),
        (lambda m: round(m, True), "whole number of digits, not True"),
        (lambda m: m.allocate(3), r"a list of numbers such as \[1, 1, 1\]"),
        (lambda m: m.allocate("111"), r"a list of numbers such as \[1, 1, 1\]"),
        (lambda m: m.allocate(b"\x01\x02"), r"a list of numbers such as \[1, 1, 1\]"),
        (lambda m: m.allocate(["1"]), "a weight is an int or a Decimal, not str"),
        (lambda m: m.allocate([True]), "a weight is .*not bool"),
        (lambda m: m.allocate([0.5]), "a weight is .*not float"),
        (lambda m: m.allocate([0, 0]), "at least one number above zero"),
        (lambda m: Money.of("1,000.00", "USD"), "such as '12.34', not '1,000.00'"),
        (lambda m: Money.of("12.34 USD", "USD"), "such as '12.34', not '12.34 USD'"),
        (lambda m: Money.of(" 1", "USD"), "not ' 1'"),
        (lambda m: Money.of("1\n", "USD"), r"not '1\\n'"),
        (lambda m: Money.of("", "USD"), "not ''"),
        (lambda m: Money.of(b"1", "USD"), "not bytes"),
        (lambda m: Money.of(1, "usd"), "'usd' is no ISO 4217 currency code.*write 'USD'"),
        (lambda m: Money.of(1, ["USD"]), "is no ISO 4217 currency code"),
        (lambda m: Money.from_minor(1, None), "None is no ISO 4217 currency code"),
        (lambda m: m.in_currency("usd"), "'usd' is no ISO 4217 currency code.*write 'USD'"),
        (lambda m: m.in_currency(None), "None is no ISO 4217 currency code"),
        (lambda m: Money.zero("US$"), "'US\\$' is no ISO 4217 currency code"),
    ],
)
def test_odd_arguments_are_refused_with_advice(call: Any, complaint: str) -> None:
    with pytest.raises(InvalidRequest, match=complaint):
        call(Money.of(1, "USD"))


@pytest.mark.parametrize(
    ("call", "done", "kind"),
    [
        (lambda m: 0.0 + m, "add", "float"),
        (lambda m: False + m, "add", "bool"),
        (lambda m: 1 + m, "add", "int"),
        (lambda m: m - 1, "subtract", "int"),
        (lambda m: m < 5, "compare", "int"),
    ],
)
def test_a_plain_number_is_refused_with_advice(call: Any, done: str, kind: str) -> None:
    said = (
        f"cannot {done} money and a plain {kind}, which has no currency; write Money.of(…, 'USD')"
    )
    with pytest.raises(TypeError) as refused:
        call(Money.of(1, "USD"))
    assert str(refused.value) == said


@pytest.mark.parametrize(
    "call",
    [
        lambda m: m * m,
        lambda m: m * "2",
        lambda m: m / "2",
        lambda m: 1 / m,
        lambda m: m**2,
    ],
)
def test_what_python_itself_refuses_is_a_type_error(call: Any) -> None:
    with pytest.raises(TypeError, match=r"unsupported operand|can't multiply"):
        call(Money.of(1, "USD"))


def test_it_equals_nothing_but_money_and_what_says_so_itself() -> None:
    money = Money.of(1, "USD")

    assert (money == 1) is False
    assert money == ANY
    assert +money is money


def test_no_part_of_it_can_be_taken_away() -> None:
    money = Money.of(1, "USD")

    with pytest.raises(AttributeError, match="cannot lose a part"):
        del money.amount
    assert str(money) == "USD 1.00"


# --- codes, text, and nothing


class Billing(enum.StrEnum):
    DOLLARS = "USD"


def test_a_text_enum_is_a_code_and_what_is_kept_is_plain_text() -> None:
    money = Money.of(1, Billing.DOLLARS)

    assert money == Money.of(1, "USD")
    assert type(money.currency) is str
    assert from_wire(1, None, "major").in_currency(Billing.DOLLARS) == money


def test_codes_and_digits() -> None:
    assert all(len(code) == 3 and code.isascii() and code.isupper() for code in EXPONENTS)
    assert " ".join(code for code, digits in EXPONENTS.items() if digits == 3) == (
        "BHD IQD JOD KWD LYD OMR TND"
    )
    assert {code for code, digits in EXPONENTS.items() if digits == 4} == {"CLF", "UYW"}
    whole = sorted(code for code, digits in EXPONENTS.items() if digits == 0 and code[0] != "X")
    assert " ".join(whole) == "BIF BYR CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV"
    for added in ("XAD", "XCG", "ZWG", "SLE", "VED", "MRU"):
        assert EXPONENTS[added] == 2
    assert [exponent(code) for code in ("JPY", "USD", "BHD", "CLF")] == [0, 2, 3, 4]
    with pytest.raises(TypeError):
        EXPONENTS["USD"] = 0  # type: ignore[index]


def test_nothing_has_no_sign() -> None:
    for nothing in (
        Money.of("-0", "USD"),
        -Money.zero("USD"),
        Money.of(5, "USD") * 0 * -1,
        round(Money.of("-0.001", "USD")),
        from_wire(Decimal("-0.0"), "USD", "minor"),
    ):
        assert str(nothing) == "USD 0.00"
        assert not nothing


def test_text_shows_at_least_the_minor_unit_and_takes_a_width() -> None:
    assert str(Money.of("1e3", "USD")) == "USD 1000.00"
    assert str(Money.of("1.005", "USD")) == "USD 1.005"
    assert f"{Money.of(5, 'JPY'):>8}" == "   JPY 5"
    assert f"{Money.of(5, 'BHD')}" == "BHD 5.000"


# --- without a currency


def test_without_a_currency_nothing_changes_the_unit() -> None:
    cents = from_wire(Decimal("1000.4"), None, "minor")

    derived = {
        "times": cents * 2,
        "halved": cents / 2,
        "rounded": round(cents),
        "digits": round(cents, 0),
        "negative": -cents,
        "size": abs(cents),
        "share": round(cents).allocate([1, 1])[0],
        "copied": pickle.loads(pickle.dumps(cents)),
        "made": Money.from_minor(1234, "XXX"),
    }
    assert {name: money.unit for name, money in derived.items()} == dict.fromkeys(derived, "minor")
    assert derived["made"].in_currency("USD") == Money.of("12.34", "USD")
    assert derived["share"].in_currency("USD") == Money.of(5, "USD")
    assert derived["rounded"].in_currency("USD") == Money.of(10, "USD")


@pytest.mark.parametrize("code", ["USD", "JPY", "BHD", "CLF"])
@pytest.mark.parametrize("unit", ["minor", "major"])
def test_it_becomes_what_it_would_have_been(code: str, unit: Any) -> None:
    nameless = from_wire(Decimal("1234.5"), None, unit)

    assert nameless.in_currency(code) == from_wire(Decimal("1234.5"), code, unit)
    assert nameless.in_currency("XXX") == nameless
    with pytest.raises(InvalidRequest, match=r"'ZZZ' is no ISO 4217"):
        nameless.in_currency("ZZZ")
    with pytest.raises(CurrencyMismatch, match=r"does not exchange money"):
        nameless.in_currency(code).in_currency("EUR")


def test_what_needs_a_minor_unit_is_refused_in_major_units() -> None:
    nameless = from_wire(Decimal("12.34"), None, "major")

    for call in (lambda: nameless.minor, nameless.round, lambda: nameless.allocate([1])):
        with pytest.raises(InvalidRequest, match=r"XXX 12.34 has no minor unit.*in_currency"):
            call()
    assert round(nameless, 1) == from_wire(Decimal("12.3"), None, "major")


def test_its_text_tells_the_units_apart() -> None:
    cents, dollars = from_wire(1234, None, "minor"), from_wire(1234, None, "major")

    assert (str(cents), str(dollars)) == ("XXX 1234 (minor units)", "XXX 1234")
    assert (repr(cents), repr(dollars)) == (
        "Money.from_minor('1234', 'XXX')",
        "Money.of('1234', 'XXX')",
    )
    assert cents != dollars


# --- laws


@given(numbers, codes, units)
@example(12345678901234567, "USD", "minor")
@example(Decimal("1E-12"), "USD", "minor")
@example(Decimal("1E+3"), "CLF", "minor")
@example(Decimal("1.0"), "JPY", "minor")
def test_the_wires_number_comes_back_and_repr_makes_an_equal_one(
    number: Any, code: Any, unit: Any
) -> None:
    with decimal.localcontext() as context:
        context.prec, context.Emax, context.Emin = 1, 1, -1
        context.traps[decimal.Inexact] = True
        money = from_wire(number, code, unit)
        back = to_wire(money, unit)

        assert back == number
        assert type(back) in (int, Decimal)
        assert eval(repr(money)) == money
        assert hash(eval(repr(money))) == hash(money)
        str(money)
    if unit == "minor" and number == int(number):
        assert type(back) is int


same = st.lists(
    st.decimals(-(10**20), 10**20, places=10).map(lambda a: Money.of(a, "USD")),
    min_size=3,
    max_size=3,
)


@given(same, st.integers(-(10**12), 10**12))
def test_sums_and_products_keep_the_laws_of_arithmetic(amounts: list[Money], n: int) -> None:
    with decimal.localcontext() as context:
        context.prec = 6
        for a, b, c in itertools.permutations(amounts):
            assert (a + b) + c == a + (b + c) == sum([c, b, a])
            assert (a + b) * n == a * n + b * n
            assert a - b == -(b - a)
            assert (a < b) == (a.amount < b.amount)
            assert (a < b) + (a == b) + (a > b) == 1
        assert sorted(amounts)[0] == min(amounts)
