"""Money: exact whatever the ambient decimal context says, and never mixed or guessed."""

from __future__ import annotations

import copy
import decimal
import itertools
import pickle
from collections.abc import Iterator
from contextlib import contextmanager
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings, strategies as st

from commerce_sdk import CurrencyMismatch, InvalidRequest, Money
from commerce_sdk.currencies import EXPONENTS
from commerce_sdk.money import from_wire, to_wire

CODES = ["USD", "JPY", "BHD", "CLF"]
codes = st.sampled_from(CODES)
minors = st.integers(-(10**20), 10**20)
amounts = st.decimals(
    min_value=-(10**17), max_value=10**17, places=12, allow_nan=False, allow_infinity=False
)


@contextmanager
def a_hostile_context() -> Iterator[None]:
    """Six digits, odd rounding, and nothing trapped."""
    with decimal.localcontext() as context:
        context.prec = 6
        context.rounding = decimal.ROUND_UP
        context.clear_traps()
        yield


@contextmanager
def a_context_of_traps() -> Iterator[None]:
    """Two digits, and everything trapped that can be: any calculation in it would raise."""
    with decimal.localcontext() as context:
        context.prec, context.Emax, context.Emin = 2, 1, -1
        for signal in context.traps:
            context.traps[signal] = True
        yield


def exact(money: Money) -> Fraction:
    return Fraction(money.amount)


@settings(max_examples=300)
@given(amounts, amounts, codes)
def test_sums_are_exact_in_any_context(one: Decimal, other: Decimal, code: str) -> None:
    with a_hostile_context():
        a, b = Money.of(one, code), Money.of(other, code)
        assert exact(a + b) == Fraction(one) + Fraction(other)
        assert exact(a - b) == Fraction(one) - Fraction(other)
        assert a + b == b + a
        assert (a + b) - b == a
        assert exact(-a) == -Fraction(one)
        assert (-a) + a == Money.zero(code)
        assert abs(a) >= Money.zero(code)


@given(amounts, st.integers(-(10**6), 10**6) | st.decimals(-1000, 1000, places=6), codes)
def test_products_are_exact_in_any_context(one: Decimal, factor: Any, code: str) -> None:
    with a_hostile_context():
        assert exact(Money.of(one, code) * factor) == Fraction(one) * Fraction(factor)
        assert factor * Money.of(one, code) == Money.of(one, code) * factor


@given(amounts, amounts, st.integers(1, 10**6), codes)
def test_no_trap_of_the_programs_goes_off(
    one: Decimal, other: Decimal, factor: int, code: str
) -> None:
    with a_context_of_traps():
        a, b = Money.of(one, code), Money.of(str(other), code)
        results = [a + b, a - b, a * factor, (a * factor) / factor, round(a), abs(a), -a, b]
        shares = round(a).allocate([factor, 1, 0])
        ratio = (b * factor) / b if b else factor
        order = (a < b, a == b, a > b, bool(a), hash(a) == hash(Money.of(one, code)))
        texts = [str(a), repr(a), f"{a:>40}"]
        minor, back = round(a).minor, to_wire(from_wire(one, code, "minor"), "minor")
    x, y, digits = Fraction(one), Fraction(other), 10 ** EXPONENTS[code]
    rounded = Fraction(round(x * digits), digits)
    assert [exact(m) for m in results] == [x + y, x - y, x * factor, x, rounded, abs(x), -x, y]
    assert sum(exact(share) for share in shares) == rounded == Fraction(minor, digits)
    assert ratio == factor
    assert order == (x < y, x == y, x > y, x != 0, True)
    assert all(text for text in texts)
    assert Fraction(back) == x


@given(minors, codes)
def test_minor_units_come_back_as_they_were(minor: int, code: str) -> None:
    with a_hostile_context():
        money = Money.from_minor(minor, code)
        assert money.minor == minor
        assert type(money.minor) is int
        assert exact(money) == Fraction(minor, 10 ** EXPONENTS[code])


def test_the_exponents_are_the_standards() -> None:
    assert [EXPONENTS[code] for code in (*CODES, "EUR", "KWD", "KRW", "UYW", "XXX")] == [
        2, 0, 3, 4, 2, 3, 0, 4, 0,
    ]  # fmt: skip
    assert str(Money.from_minor(1234, "JPY")) == "JPY 1234"
    assert str(Money.from_minor(1234, "USD")) == "USD 12.34"
    assert str(Money.from_minor(1234, "BHD")) == "BHD 1.234"


@given(amounts, st.integers(1, 10**6), codes)
def test_a_quotient_that_ends_is_exact(one: Decimal, divisor: int, code: str) -> None:
    with a_hostile_context():
        money = Money.of(one, code) * divisor
        assert money / divisor == Money.of(one, code)
        third = exact(Money.of(1, code) / 3)
        assert abs(third - Fraction(1, 3)) < Fraction(1, 10**49)


def test_money_by_money_is_a_ratio() -> None:
    assert Money.of(3, "USD") / Money.of(4, "USD") == Decimal("0.75")
    assert isinstance(Money.of(3, "USD") / Money.of(4, "USD"), Decimal)
    with pytest.raises(CurrencyMismatch):
        Money.of(3, "USD") / Money.of(4, "JPY")
    for some, nothing in itertools.product((3, 0), (0, Money.zero("USD"))):
        with pytest.raises(ZeroDivisionError, match="money divided by zero"):
            Money.of(some, "USD") / nothing


@given(amounts, codes)
def test_rounding_is_half_even_to_the_minor_unit(one: Decimal, code: str) -> None:
    with a_hostile_context():
        rounded = round(Money.of(one, code))
    digits = EXPONENTS[code]
    assert exact(rounded) == Fraction(round(Fraction(one) * 10**digits), 10**digits)
    assert rounded.minor is not None


def test_rounding_can_be_told_otherwise() -> None:
    money = Money.of("0.125", "USD")

    assert round(money) == Money.of("0.12", "USD")
    assert money.round(rounding=ROUND_HALF_UP) == Money.of("0.13", "USD")
    assert round(money, 1) == Money.of("0.1", "USD")


@given(
    minors,
    st.lists(st.integers(0, 1000) | st.decimals(0, 1000, places=3), min_size=1, max_size=8),
    codes,
)
def test_allocating_loses_nothing(minor: int, weights: list[Any], code: str) -> None:
    if not any(weights):
        return
    with a_hostile_context():
        shares = Money.from_minor(minor, code).allocate(weights)
    whole = sum(Fraction(weight) for weight in weights)
    assert sum(share.minor for share in shares) == minor
    for share, weight in zip(shares, weights, strict=True):
        assert abs(share.minor - minor * Fraction(weight) / whole) < 1
        assert weight or not share


@given(minors, st.lists(st.integers(0, 20), min_size=1, max_size=8).filter(any))
def test_no_share_with_a_smaller_remainder_is_served_first(minor: int, weights: list[int]) -> None:
    shares = [abs(share.minor) for share in Money.from_minor(minor, "USD").allocate(weights)]
    parts = [abs(minor) * Fraction(weight, sum(weights)) for weight in weights]
    extra = [share - int(part) for share, part in zip(shares, parts, strict=True)]
    assert set(extra) <= {0, 1}
    # Largest remainder first; of equal ones the earlier.
    ranks = [(int(part) - part, index) for index, part in enumerate(parts)]
    served = [rank for rank, one in zip(ranks, extra, strict=True) if one]
    waiting = [rank for rank, one in zip(ranks, extra, strict=True) if not one]
    assert not served or not waiting or max(served) < min(waiting)


def test_what_is_left_over_goes_to_the_largest_remainders_then_the_earlier() -> None:
    assert [s.minor for s in Money.from_minor(100, "USD").allocate([1, 1, 1])] == [34, 33, 33]
    assert [s.minor for s in Money.from_minor(-100, "USD").allocate([1, 1, 1])] == [-34, -33, -33]
    assert [s.minor for s in Money.from_minor(5, "JPY").allocate([3, 7])] == [2, 3]
    for weights in ([], [0, 0], [1, -1], [Decimal("NaN")], [0.5]):
        with pytest.raises(InvalidRequest, match=r"weight"):
            Money.of(1, "USD").allocate(weights)  # type: ignore[arg-type]
    with pytest.raises(InvalidRequest, match="finer than the minor unit"):
        Money.of("0.001", "USD").allocate([1])


@pytest.mark.parametrize(
    ("amount", "complaint"),
    [
        (0.1, "float.*write '0.1'"),
        (True, "not bool"),
        (None, "not NoneType"),
        (Decimal("NaN"), "finite"),
        (Decimal("Infinity"), "finite"),
        ("NaN", "plain decimal number"),
        ("inf", "plain decimal number"),
        ("", "plain decimal number"),
        (" 1", "plain decimal number"),
        ("1_000", "plain decimal number"),
        ("1,00", "plain decimal number"),
        ("\uff11", "plain decimal number"),
        ("$5", "plain decimal number"),
    ],
)
def test_what_is_no_exact_number_is_refused(amount: Any, complaint: str) -> None:
    for make in (Money.of, Money.from_minor):
        with pytest.raises(InvalidRequest, match=complaint):
            make(amount, "USD")


@pytest.mark.parametrize("code", ["usd", "US", "", "ZZZ", None, 840])
def test_a_code_that_iso_4217_does_not_know_is_refused(code: Any) -> None:
    with pytest.raises(InvalidRequest, match=r"currency: .* ISO 4217"):
        Money.of(1, code)


def test_floats_and_bools_are_refused_in_arithmetic() -> None:
    money = Money.of(1, "USD")
    for number in (0.5, True):
        with pytest.raises(InvalidRequest):
            money * number  # type: ignore[operator]
        with pytest.raises(InvalidRequest):
            money / number
    with pytest.raises(TypeError):
        money * money  # type: ignore[operator]


@pytest.mark.parametrize("number", [1, 0, True, 0.5, Decimal(1)])
def test_a_plain_number_has_no_currency(number: Any) -> None:
    price = Money.of(1, "USD")
    said = rf"money and a plain {type(number).__name__}, which has no currency; write Money\.of\(…, 'USD'"
    for doing, calls in {
        "add": [lambda: price + number],
        "subtract": [lambda: price - number],
        "compare": [
            lambda: price < number,
            lambda: price <= number,
            lambda: price > number,
            lambda: price >= number,
            lambda: number < price,
            lambda: number >= price,
        ],
    }.items():
        for call in calls:
            with pytest.raises(TypeError, match=f"^cannot {doing} {said}"):
                call()
    if type(number) is not int or number:
        with pytest.raises(TypeError, match=f"^cannot add {said}"):
            number + price
        with pytest.raises(TypeError, match=f"^cannot add {said}"):
            sum([price, price], number)
    with pytest.raises(TypeError):
        number - price
    assert (price == number) is (number == price) is False
    assert price != number


class Other:
    """What knows by itself how money goes with it."""

    def __radd__(self, money: Money) -> str:
        return f"other + {money}"

    __rsub__ = __gt__ = __radd__


def test_what_knows_money_is_asked_and_what_does_not_is_a_type_error() -> None:
    price: Any = Money.of(1, "USD")
    assert price + Other() == price - Other() == (price < Other()) == "other + USD 1.00"
    for call in (
        lambda: price + "1",
        lambda: price - None,
        lambda: price < "1",
        lambda: b"1" + price,
    ):
        with pytest.raises(TypeError, match=r"unsupported operand|not supported|concat"):
            call()


def test_a_sum_starts_from_nothing_of_its_currency() -> None:
    price = Money.of(1, "USD")
    assert sum([price, price], Money.zero("USD")) == sum([price, price]) == Money.of(2, "USD")
    assert sum([], Money.zero("USD")) == Money.zero("USD")
    with pytest.raises(CurrencyMismatch):
        sum([price], Money.zero("JPY"))


def test_currencies_never_mix() -> None:
    dollars, yen = Money.of(5, "USD"), Money.of(5, "JPY")

    assert dollars != yen
    assert (dollars == yen) is False
    for clash in (
        lambda: dollars + yen,
        lambda: dollars - yen,
        lambda: dollars < yen,
        lambda: dollars >= yen,
        lambda: sum([dollars, yen]),
        lambda: dollars.in_currency("JPY"),
    ):
        with pytest.raises(CurrencyMismatch):
            clash()


def test_it_is_a_value() -> None:
    money = Money.of("1.0", "USD")

    assert money == Money.of("1.00", "USD")
    assert hash(money) == hash(Money.of("1.00", "USD"))
    assert len({money, Money.of(1, "USD"), Money.from_minor(100, "USD")}) == 1
    assert sum([money, money]) == Money.of(2, "USD")
    assert sorted([Money.of(2, "USD"), money]) == [money, Money.of(2, "USD")]
    assert not Money.zero("USD")
    assert pickle.loads(pickle.dumps(money)) == copy.deepcopy(money) == money
    assert repr(money) == "Money.of('1.0', 'USD')"
    assert str(Money.of("1234.5", "USD")) == "USD 1234.50"
    assert str(Money.of("0.00012", "USD")) == "USD 0.00012"
    with pytest.raises(AttributeError):
        money.amount = Decimal(5)  # type: ignore[misc]
    with pytest.raises(InvalidRequest, match=r"Money\.of"):
        Money(Decimal(1), "USD")


def test_finer_than_the_minor_unit_is_kept_and_only_minor_refuses() -> None:
    money = Money.from_minor(Decimal("0.5"), "USD")

    assert money + money == Money.of("0.01", "USD")
    with pytest.raises(InvalidRequest, match="finer than the minor unit"):
        money.minor


# --- without a currency


def test_without_a_currency_it_keeps_the_wires_number_and_unit() -> None:
    for number in (1234, Decimal("12.34"), Decimal("-0.5")):
        for unit in ("minor", "major"):
            money = from_wire(number, None, unit)  # type: ignore[arg-type]
            assert (money.currency, money.amount, money.unit) == ("XXX", Decimal(number), unit)
            assert to_wire(money, unit) == number  # type: ignore[arg-type]


def test_without_a_currency_it_mixes_with_nothing() -> None:
    nameless, dollars = from_wire(5, None, "minor"), Money.of(5, "USD")
    for clash in (
        lambda: nameless + dollars,
        lambda: dollars + nameless,
        lambda: nameless + nameless,
        lambda: nameless < nameless,
    ):
        with pytest.raises(CurrencyMismatch, match="in_currency"):
            clash()
    assert nameless != from_wire(5, None, "major")
    with pytest.raises(InvalidRequest, match="no currency to convert it by"):
        to_wire(nameless, "major")
    with pytest.raises(InvalidRequest, match="in_currency"):
        from_wire(5, None, "major").minor


def test_it_becomes_real_by_naming_its_currency() -> None:
    assert from_wire(1234, None, "minor").in_currency("USD") == Money.of("12.34", "USD")
    assert from_wire(1234, None, "minor").in_currency("JPY") == Money.of("1234", "JPY")
    assert from_wire(Decimal("12.34"), None, "major").in_currency("USD") == Money.of("12.34", "USD")
    assert Money.of(1, "USD").in_currency("USD") == Money.of(1, "USD")


def test_a_code_that_the_standard_does_not_know_reads_as_none() -> None:
    assert from_wire(5, "ZZZ", "minor").currency == "XXX"
    assert from_wire(5, "XXX", "minor").currency == "XXX"


# --- on the wire


@given(minors | amounts, codes, st.sampled_from(["minor", "major"]))
def test_a_wire_number_comes_back_exactly(number: Any, code: str, unit: Any) -> None:
    with a_hostile_context():
        back = to_wire(from_wire(number, code, unit), unit)
    assert Fraction(back) == Fraction(number)
    assert not isinstance(back, float)


@pytest.mark.parametrize(
    ("number", "code", "unit", "amount"),
    [
        (12345678901234567, "USD", "minor", "123456789012345.67"),
        (12345678901234567, "JPY", "minor", "12345678901234567"),
        (Decimal("0.1"), "USD", "major", "0.1"),
        (Decimal("1E-12"), "USD", "minor", "0.00000000000001"),
        (-5, "BHD", "minor", "-0.005"),
    ],
)
def test_hard_numbers_read_right(number: Any, code: str, unit: Any, amount: str) -> None:
    money = from_wire(number, code, unit)

    assert money == Money.of(amount, code)
    assert to_wire(money, unit) == number


def test_whole_minor_units_are_written_as_integers() -> None:
    assert type(to_wire(Money.of("12.34", "USD"), "minor")) is int
    assert to_wire(Money.of("12.345", "USD"), "minor") == Decimal("1234.5")
    assert type(to_wire(Money.of(12, "USD"), "major")) is Decimal
