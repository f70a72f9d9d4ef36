"""What a list may be filtered by: keys told apart by the tables, and values written as they allow."""

from __future__ import annotations

import datetime
import sys
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, strategies as st

from commerce_sdk.document.container_kinds import ListOf
from commerce_sdk.document.json_api import filters as subject
from commerce_sdk.document.json_api.tables import ResourceTable
from commerce_sdk.document.kinds import Integer, Kind, Plain, Text
from commerce_sdk.errors import InvalidRequest
from tests.support.resources import MATCHERS, MEMBERSHIPS, ORGANIZATIONS, ROLES, TABLES, Status
from tests.support.steady_ids import steady

UTC = datetime.UTC
NOON = datetime.datetime(2018, 1, 1, 12, tzinfo=UTC)
EAST = datetime.timezone(datetime.timedelta(hours=2))


def filters(where: Any, table: ResourceTable = MEMBERSHIPS) -> dict[str, str]:
    return subject.filters(table, where, TABLES, MATCHERS)


def refusal(where: Any, table: ResourceTable = MEMBERSHIPS) -> InvalidRequest:
    with pytest.raises(InvalidRequest) as refused:
        filters(where, table)
    return refused.value


@pytest.mark.parametrize(
    ("key", "value", "sent"),
    [
        ("user_email_end", "@example.com", "@example.com"),
        ("user_email_eq", "ann, bob", "ann, bob"),
        ("id_in", ["a", "b"], "a,b"),
        ("id_gt", "abc", "abc"),
        ("reference_eq", "r-1", "r-1"),
        ("owner_eq", True, "true"),
        ("owner_true", False, "false"),
        ("owner_present", True, "true"),
        ("expires_in_eq", 7200, "7200"),
        ("expires_in_in", (1, 2), "1,2"),
        ("expires_in_not_in", [3], "3"),
        ("expires_in_lteq_any", [3, 4], "3,4"),
        ("expires_in_null", True, "true"),
        ("status_eq", Status.ACTIVE, "active"),
        ("status_eq", "active", "active"),
        ("status_eq", Status("new"), "new"),
        ("status_in", ["active", Status("new")], "active,new"),
        ("status_start", "act", "act"),
        ("status_eq_or_null", "pending", "pending"),
        ("user_email_start_any", ["a", "b"], "a,b"),
        ("user_email_or_user_first_name_cont", "ann", "ann"),
        ("user_email_or_role_name_or_organization_name_not_end_all", ["x"], "x"),
        ("organization_name_start", "A", "A"),
        ("membership_profile_name_eq", "p", "p"),
        ("membership_profile_organization_name_eq", "o", "o"),
        ("role_organization_name_eq", "o", "o"),
        ("role_memberships_role_organization_api_new_auth_eq", False, "false"),
        ("organization_can_switch_live_not_null", True, "true"),
        ("organization_lapse_gteq", Decimal("0.50"), "0.50"),
        ("role_id_in", ["r"], "r"),
        ("created_at_gt", NOON, "2018-01-01T12:00:00.000Z"),
        ("created_at_gt", NOON.astimezone(EAST), "2018-01-01T12:00:00.000Z"),
        ("created_at_gt", NOON.replace(microsecond=1), "2018-01-01T12:00:00.000001Z"),
        ("created_at_gt", "2018-01-01T12:00:00+02:00", "2018-01-01T12:00:00+02:00"),
        ("created_at_lt_any", [NOON, NOON.replace(microsecond=5000)], "2018-01-01T12:00:00.000Z,2018-01-01T12:00:00.005Z"),
        ("metadata_jcont", {"a": {"b": [1, None, True, Decimal("0.10")]}}, '{"a":{"b":[1,null,true,0.10]}}'),
        ("metadata_present", False, "false"),
        ("client_secret_null", True, "true"),
        ("user_email_true", True, "true"),
    ],
    ids=str,
)  # fmt: skip
def test_a_filter_is_sent_as_text(key: str, value: Any, sent: str) -> None:
    assert filters({key: value}) == {key: sent}


def test_none_or_several() -> None:
    assert filters({}) == {}
    several = filters({"status_eq": "active", "user_email_end": "x"})
    assert list(several.items()) == [("status_eq", "active"), ("user_email_end", "x")]


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("user_emial_end", "user_emial is no attribute of memberships; did you mean user_email_end?"),
        ("user_email_ends", "ends is no matcher; did you mean user_email_end?"),
        ("user_email_strat_any", "strat_any is no matcher; did you mean user_email_start_any?"),
        ("owner_present_any", "present_any is no matcher; did you mean owner_present?"),
        ("user_email", "names no matcher; did you mean user_email_eq?"),
        ("expires_in", "names no matcher; did you mean expires_in_eq?"),
        ("user_emial", "is no attribute of memberships with a matcher after it; did you mean user_email_eq?"),
        ("user_emial_ends", "is no attribute of memberships with a matcher after it; did you mean user_email_eq?"),
        ("organization_nmae_eq", "nmae is no attribute of organizations; did you mean organization_name_eq?"),
        ("organisation_name_eq", "organisation_name is no attribute of memberships; did you mean organization_name_eq?"),
        ("role_organization_nam_eq", "nam is no attribute of organizations; did you mean role_organization_name_eq?"),
        ("status_or_user_emal_or_role_name_in", "user_emal is no attribute of memberships; did you mean status_or_user_email_or_role_name_in?"),
        ("status_or__eq", " is no attribute of memberships"),
        ("zzz_eq", "zzz is no attribute of memberships; there are id, user_email, "),
        ("zzz", "'zzz' is no attribute of memberships with a matcher after it; there are id, "),
        ("versions_event_eq", "versions_event is no attribute of memberships"),
        ("_eq", " is no attribute of memberships"),
        ("eq", "is no attribute of memberships with a matcher after it"),
        ("", "is no attribute"),
        ("User_Email_eq", "User_Email is no attribute of memberships; did you mean user_email_eq?"),
        ("a{}b_eq", "a{}b is no attribute"),
        ("role_memberships_" * 5_000 + "status_eqq", "eqq is no matcher"),
        ("role_memberships_" * 5_000 + "statu", "is no attribute of memberships with a matcher after it"),
        ("role_memberships_" * 5_000 + "statu_eq", "statu is no attribute of memberships; did you mean role_"),
        ("status_or_" * 2_000 + "statsu_eq", "statsu is no attribute"),
        ("x" * 100_000 + "_eq", "is no attribute"),
    ],
    ids=lambda text: text[:60],
)  # fmt: skip
def test_a_wrong_key_is_named_with_the_nearest_right_one(key: str, words: str) -> None:
    refused = refusal({key: "x"})
    assert refused.path == f"where.{key}"
    assert words in str(refused)


@pytest.mark.parametrize(
    ("key", "value", "words"),
    [
        ("user_email_eq", None, "may not be None; ask with user_email_null or user_email_eq_or_null"),
        ("user_email_eq", 5, "expected text, got int"),
        ("user_email_eq", "", "may not be empty"),
        ("user_email_eq", "a\nb", "control characters"),
        ("user_email_eq", "\ud800", "surrogate"),
        ("owner_eq", "true", "expected True or False, got str"),
        ("owner_eq", 1, "expected True or False, got int"),
        ("owner_present", "true", "expected True or False, got str"),
        ("expires_in_eq", "5", "expected a whole number"),
        ("expires_in_eq", 5.0, "expected a whole number (int), got float"),
        ("expires_in_eq", True, "expected a whole number"),
        ("organization_lapse_gt", 0.5, "write Decimal('0.1'), not 0.1"),
        ("organization_lapse_gt", Decimal("NaN"), "finite"),
        ("status_eq", "actve", "expected one of pending, active"),
        ("status_in", ["active", "actve"], "[1]: expected one of pending, active"),
        ("status_start", 5, "expected text"),
        ("created_at_gt", NOON.replace(tzinfo=None), "no time zone"),
        ("created_at_gt", datetime.date(2018, 1, 1), "expected an aware datetime, got date"),
        ("created_at_gt", datetime.datetime.max.replace(tzinfo=datetime.timezone(-datetime.timedelta(hours=1))), "outside the calendar"),
        ("created_at_gt", "yesterday", "RFC 3339"),
        ("id_in", "abc", "expected a list, got str"),
        ("id_in", [], "may not be an empty list"),
        ("id_in", ["a", ""], "[1]: may not be empty"),
        ("id_in", ["a,b"], "[0]: may not hold ','"),
        ("id_in", ["a", None], "[1]: expected text, got null"),
        ("user_email_end_any", "x", "expected a list, got str"),
        ("metadata_eq", "x", "metadata is no single value; ask for a part of it with jcont"),
        ("metadata_cont", "x", "metadata is no single value"),
        ("metadata_jcont", '{"a": 1}', "expected a mapping, got str"),
        ("metadata_jcont", {"a": [float("nan")]}, ".a[0]: expected a finite number"),
        ("metadata_jcont", {"a": {1: 2}}, ".a: expected text as the key"),
        ("metadata_jcont", {"a": object()}, ".a: expected a text, number, boolean, None, list or mapping"),
        ("metadata_jcont", {"a": "\ud800"}, ".a: may not hold half"),
        ("user_email_jcont", {}, "user_email is no object, and has no parts"),
        ("client_secret_eq", "pl4nted", "client_secret is secret, and stands in no address"),
        ("client_secret_start_any", ["pl4nted"], "client_secret is secret"),
        ("user_email_or_expires_in_eq", 5, "expected text, got int"),
        ("user_email_or_metadata_eq", "x", "metadata is no single value"),
    ],
    ids=steady,
)  # fmt: skip
def test_a_wrong_value_is_refused_at_its_key(key: str, value: Any, words: str) -> None:
    refused = refusal({"status_eq": "active", key: value})
    assert refused.path.startswith(f"where.{key}")
    assert words in str(refused)
    assert "pl4nted" not in str(refused)


def test_where_is_a_mapping_by_text() -> None:
    for wrong in (None, "user_email_eq=x", [("user_email_eq", "x")]):
        assert refusal(wrong).path == "where"
    assert "text as the key" in str(refusal({5: "x"}))
    assert str(refusal({"\ud800_eq": "x"})) == "where: may not hold half a surrogate pair"


def test_deep_json_is_refused() -> None:
    deep: Any = {}
    for _ in range(100_000):
        deep = {"a": deep}
    assert "nested too deeply" in str(refusal({"metadata_jcont": deep}))
    while deep:
        deep = deep.pop("a", None)


def of(*names: str, many: dict[str, str] | None = None, **kinds: Kind) -> ResourceTable:
    attributes: dict[str, Kind] = {**dict.fromkeys(names, Text()), **kinds}
    links = {name: (target, False) for name, target in (many or {}).items()}
    return ResourceTable(type="things", attributes=attributes, relationships=links)


@pytest.mark.parametrize(
    ("table", "key", "value", "allowed"),
    [
        # `a` by not_eq, as a server takes the longest matcher, though `a_not` is an attribute too.
        (of(a=Integer(), a_not=Text()), "a_not_eq", 5, True),
        (of(a=Integer(), a_not=Text()), "a_not_not_eq", "x", True),
        # Only `a_not` is there: what leaves an attribute before it counts.
        (of("a_not"), "a_not_eq", "x", True),
        # One attribute rather than two.
        (of(a=Integer(), b=Integer(), a_or_b=Text()), "a_or_b_eq", "x", True),
        (of(a=Integer(), b=Integer(), a_or_b=Text()), "b_or_a_eq", 5, True),
        (of(a=Integer(), b=Integer(), a_or_b=Text()), "a_or_b_or_b_eq", 5, False),
        # An attribute's own name rather than one of a relationship's.
        (of(roles_name=Integer(), many={"roles": "roles"}), "roles_name_eq", 5, True),
        (of(roles_name=Integer(), many={"roles": "roles"}), "roles_kind_eq", "x", True),
        # A name that begins another, and has to be gone back from.
        (of(a=Integer(), many={"a_or": "roles"}), "a_or_name_eq", "x", True),
        (of("a", "name", many={"a_or_name": "roles"}), "a_or_name_eq", "x", True),
        (of("a_in"), "a_in_in", ["x"], True),
        (of("a_in"), "a_in_not_in", ["x"], True),
        (of("eq", "or"), "eq_eq", "x", True),
        (of("eq", "or"), "or_or_eq_eq", "x", True),
        (of("id"), "id_eq", "x", True),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_keys_that_could_mean_several_things_mean_one(
    table: ResourceTable, key: str, value: Any, allowed: bool
) -> None:
    if allowed:
        assert list(filters({key: value}, table)) == [key]
    else:
        assert "expected text, got int" in str(refusal({key: value}, table))


def test_a_key_is_taken_apart_in_steps_by_its_length() -> None:
    table = of("x", many={"a": "things", "a_a": "things"})

    def looks(length: int) -> int:
        count = 0

        def watch(frame: Any, event: str, _: Any) -> None:
            nonlocal count
            count += event == "c_call"

        sys.setprofile(watch)
        try:
            with pytest.raises(InvalidRequest, match="is no attribute of things"):
                subject.filters(table, {"a_" * length + "y_eq": "x"}, {"things": table}, MATCHERS)
        finally:
            sys.setprofile(None)
        return count

    assert looks(20) < 5 * looks(10)


def test_an_attribute_of_any_json_or_of_a_list() -> None:
    table = of(any=Plain(), tags=ListOf(Text()))
    assert filters({"any_jcont": {}, "tags_null": True}, table) == {
        "any_jcont": "{}",
        "tags_null": "true",
    }
    assert "tags is no single value" in str(refusal({"tags_eq": ["x"]}, table))


def test_matchers_are_those_of_the_document() -> None:
    def only(matchers: dict[str, str], **where: Any) -> dict[str, str]:
        return subject.filters(ROLES, where, TABLES, matchers)

    assert only({"is": "value"}, name_is="x") == {"name_is": "x"}
    for matchers in ({"is": "value"}, {}):
        with pytest.raises(InvalidRequest, match="eq is no matcher"):
            only(matchers, name_eq="x")
    with pytest.raises(InvalidRequest, match=r"may not be None$"):
        only({"is": "value"}, name_is=None)


def paths(table: ResourceTable, depth: int) -> Iterator[tuple[str, Kind]]:
    yield from table.queried.items()
    for name, (kind, _) in table.relationships.items() if depth else ():
        if kind in TABLES:
            yield from ((f"{name}_{path}", each) for path, each in paths(TABLES[kind], depth - 1))


@given(
    st.sampled_from([MEMBERSHIPS, ROLES, ORGANIZATIONS]),
    st.lists(st.integers(0, 10_000), min_size=1, max_size=3),
    st.sampled_from(["present", "null", "not_null", "true"]),
)
def test_every_path_can_be_named(table: ResourceTable, chosen: list[int], matcher: str) -> None:
    all_paths = [path for path, _ in paths(table, 2)]
    key = "_or_".join(all_paths[each % len(all_paths)] for each in chosen) + f"_{matcher}"
    assert filters({key: True}, table) == {key: "true"}


word = st.sampled_from(["name", "role", "organization", "status", "or", "eq", "not", "in", "id", "any", "x", ""])  # fmt: skip


@given(st.lists(word, max_size=9).map("_".join), st.sampled_from([True, "x", ["x"], 5, None, {}]))
def test_any_key_is_taken_or_refused_by_its_name(key: str, value: Any) -> None:
    known = {path for path, _ in paths(MEMBERSHIPS, 4)}
    try:
        assert list(filters({key: value})) == [key]
    except InvalidRequest as refused:
        assert refused.path.startswith(f"where.{key}")
    else:
        stems = [
            key.removesuffix(f"_{form}")
            for form in subject._forms(MATCHERS)
            if key.endswith(f"_{form}")
        ]
        assert any(splits(stem.split("_or_"), known) for stem in stems)


def splits(parts: list[str], known: set[str]) -> bool:
    """Can these be put together to known names only?"""
    return not parts or any(
        "_or_".join(parts[:count]) in known and splits(parts[count:], known)
        for count in range(1, len(parts) + 1)
    )
