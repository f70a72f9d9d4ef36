"""Fields and parameters that the document calls secret: shown by nothing that only looks, sent as
they are."""

from __future__ import annotations

import copy
import pickle
import pprint
from collections.abc import Callable
from typing import Any

import attrs
import httpx
import pytest
from rich.pretty import pretty_repr

from commerce_sdk import Bearer, CommerceError, Hooks, InvalidRequest, NotFound
from commerce_sdk.clock import SystemClock
from commerce_sdk.document.kinds import Text
from commerce_sdk.document.operation import Request
from commerce_sdk.document.parameters import path_of
from commerce_sdk.runtime.core import Core
from tests.codegen.golden.shop import PLATFORM
from tests.codegen.golden.shop.api.articles import add_member, get_member
from tests.codegen.golden.shop.models import BackupInput, FriendInput, Member, MemberInput
from tests.support.reporters import EveryLogger, of_error, of_value

PLAIN = "pl4nted"
SENT = {
    "name": "Ann",
    "password": PLAIN + "-password",
    "pin": 70707,
    "hints": [PLAIN + "-1"],
    "answers": {"pet": PLAIN + "-2"},
    "backup": {"phrase": PLAIN + "-3"},
    "friends": [{"word": PLAIN + "-4"}],
}
CAME = {
    "name": "Ann",
    "key": PLAIN + "-5",
    "spares": [PLAIN + "-6", None],
    "friends": [{"word": PLAIN + "-7"}],
}


def member(**other: Any) -> MemberInput:
    values: dict[str, Any] = {
        "name": "Ann",
        "password": PLAIN + "-password",
        "pin": 70707,
        "hints": [PLAIN + "-1"],
        "answers": {"pet": PLAIN + "-2"},
        "backup": BackupInput(phrase=PLAIN + "-3"),
        "friends": [FriendInput(word=PLAIN + "-4")],
    }
    return MemberInput(**{**values, **other})


def invitation() -> Request[Member]:
    return get_member.build(
        invitation=PLAIN + "/8", code=PLAIN + "-9", full=True, x_word=PLAIN + "-10"
    )


WAYS: dict[str, Callable[[Any], str]] = {
    "repr": repr,
    "str": str,
    "format": format,
    "f-string": lambda value: f"{value} {value!r} {value!s}",
    "percent": lambda value: "%s %r" % (value, value),  # noqa: UP031
    "rich": pretty_repr,
    "rich, short texts": lambda value: pretty_repr(value, max_string=3),
    "pprint": pprint.pformat,
    "in a list": lambda value: repr([value]) + pretty_repr({"a": [value]}),
    "copied": lambda value: repr(copy.deepcopy(value)) + repr(copy.copy(value)),
    "pickled": lambda value: repr(pickle.loads(pickle.dumps(value))),
}


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize(
    "made", [member, lambda: Member.from_dict(CAME)], ids=["request", "answer"]
)
def test_no_way_to_show_a_model_shows_its_secrets(made: Callable[[], Any], way: str) -> None:
    shown = WAYS[way](made())
    assert PLAIN[:3] not in shown
    assert "70707" not in shown
    assert "Ann" in shown
    assert "…" in shown


def test_a_model_shows_a_sign_for_each_secret() -> None:
    assert repr(member()) == (
        "MemberInput(name='Ann', password=…, pin=…, hints=…, answers=…, backup=…, "
        "friends=[FriendInput(word=…)])"
    )
    assert repr(MemberInput(name="Ann", password="x")) == "MemberInput(name='Ann', password=…)"
    assert repr(Member.from_dict(CAME)) == (
        "Member(name='Ann', key=…, spares=…, friends=[Friend(word=…)])"
    )


def test_a_secret_is_what_it_is_to_who_asks_for_it() -> None:
    given, came = member(), Member.from_dict(CAME)
    assert given.to_dict() == SENT
    assert MemberInput.from_dict(SENT) == given == copy.deepcopy(given)
    assert pickle.loads(pickle.dumps(given)) == given
    assert attrs.evolve(given, name="Bob").password == PLAIN + "-password"
    assert came.to_dict() == CAME
    assert came.key == PLAIN + "-5"
    assert came.spares == [PLAIN + "-6"]


def test_a_value_by_itself_hides_too() -> None:
    given, came = member(), Member.from_dict(CAME)
    assert came.friends
    kept: list[Any] = [given.password, given.hints, given.answers, came.key, came.spares]
    kept += [came.friends[0].word, attrs.evolve(given, name="Bob").password, given.to_dict()]
    del kept[-1]["backup"], kept[-1]["pin"]
    assert PLAIN not in repr(kept) + pretty_repr(kept, max_string=3)


def test_the_bytes_that_are_sent_have_it() -> None:
    assert add_member.build(body=member()).body == (
        b'{"name":"Ann","password":"pl4nted-password","pin":70707,"hints":["pl4nted-1"],'
        b'"answers":{"pet":"pl4nted-2"},"backup":{"phrase":"pl4nted-3"},'
        b'"friends":[{"word":"pl4nted-4"}]}'
    )


@pytest.mark.parametrize(
    ("wrong", "place"),
    [
        ({"password": PLAIN}, "password"),
        ({"password": PLAIN.replace("4", "a") + PLAIN.replace("4", "a")}, "password"),
        ({"password": 4 * [PLAIN]}, "password"),
        ({"pin": 707}, "pin"),
        ({"hints": [PLAIN + "-toolong"]}, "hints[0]"),
        ({"friends": [FriendInput(word=PLAIN), 3]}, "friends[1]"),
        ({"name": 3}, "name"),
    ],
)
def test_a_refusal_does_not_tell_a_secret(wrong: dict[str, Any], place: str) -> None:
    given = member(**{"backup": None, **wrong})
    del wrong
    with pytest.raises(InvalidRequest) as refused:
        add_member.build(body=given)
    assert refused.value.path == place
    for how, text in of_error(refused.value):
        if how != "sentry":  # which shows the lines of this file too
            assert PLAIN + "-" not in text, how


def test_a_refused_parameter_does_not_stand_in_a_frame_below_its_caller() -> None:
    words = [PLAIN, "-", "a" * 40]
    with pytest.raises(InvalidRequest, match=r"^invitation: expected 40 or fewer") as refused:
        get_member.build(invitation="".join(words))
    told = "".join(text for how, text in of_error(refused.value) if how.endswith("traceback"))
    assert "invitation = …" in told
    assert PLAIN + "-" not in told


def test_a_request_hides_what_its_address_holds() -> None:
    request = invitation()
    assert request.path == "/v1/members/pl4nted%2F8"
    assert request.query == (("code", PLAIN + "-9"), ("full", "true"))
    for how, text in of_value(request):
        assert PLAIN not in text, how
    assert "('full', 'true')" in repr(request)
    assert get_member.OPERATION.shown == ("full",)


def core(answer: Callable[[httpx.Request], httpx.Response], **hooks: Any) -> Core:
    return Core.open(
        platform=PLATFORM,
        base_url="https://shop.invalid/api",
        auth=Bearer("t0ken"),
        transport=httpx.MockTransport(answer),
        max_connections=1,
        limiter=None,
        hooks=Hooks(**hooks),
        clock=SystemClock(),
        deadline=None,
        attempt_timeout=None,
        retry=None,
    )


@pytest.mark.anyio
@pytest.mark.parametrize("status", [200, 404])
async def test_a_call_tells_nobody(status: int) -> None:
    seen: list[httpx.Request] = []
    events: list[Any] = []

    def answer(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        return httpx.Response(status, json=CAME if status == 200 else {"message": "not here"})

    told: list[tuple[str, str]] = []
    with EveryLogger() as log:
        try:
            told += of_value(
                await core(answer, request=events.append, response=events.append).ask(invitation())
            )
        except NotFound as error:
            told += of_value(error)
    assert seen[0].url.raw_path == b"/api/v1/members/pl4nted%2F8?code=pl4nted-9&full=true"
    assert seen[0].headers["X-word"] == PLAIN + "-10"
    assert len(events) >= 2
    for event in events:
        told += of_value(event)
    ours = [text for how, text in log.heard if how == "log of commerce_sdk"]
    assert any("/v1/members/{invitation}" in text for text in ours)
    for how, text in told + log.heard:
        assert PLAIN not in text, (how, text)


def no_connection(request: httpx.Request) -> httpx.Response:
    raise httpx.ConnectError("no way")


def no_json(request: httpx.Request) -> httpx.Response:
    return httpx.Response(200, content=b"<html>")


REQUESTS: dict[str, Callable[[], Request[Any]]] = {
    "parameters": invitation,
    "body": lambda: add_member.build(body=member()),
    "too long": lambda: get_member.build(invitation="a", code=PLAIN * 10_000),
}


@pytest.mark.anyio
@pytest.mark.parametrize("made", REQUESTS)
@pytest.mark.parametrize("answer", [no_connection, no_json])
async def test_a_call_that_fails_tells_nobody(
    made: str, answer: Callable[[httpx.Request], httpx.Response]
) -> None:
    with pytest.raises(CommerceError) as failed:
        await core(answer).ask(REQUESTS[made]())
    for how, text in of_error(failed.value):
        assert PLAIN not in text, (how, text)


def test_a_path_with_a_secret_stays_one_when_more_is_filled_in() -> None:
    begun = path_of("/{a}/{b}", [("a", PLAIN, Text(secret=True), True)])
    whole = path_of(begun, [("b", "x", Text(), True)])
    assert whole == f"/{PLAIN}/x"
    assert PLAIN not in repr(whole)


@pytest.mark.parametrize(
    "wrong",
    [
        {"friends": [{"word": PLAIN, "other": 1}]},
        {"other": PLAIN},
    ],
    ids=str,
)
def test_a_request_that_is_refused_leaves_no_secret(wrong: dict[str, Any]) -> None:
    try:
        MemberInput.from_dict({**SENT, **wrong})
    except InvalidRequest as error:
        caught: BaseException | None = error
    assert caught is not None
    while caught is not None:
        trace = caught.__traceback__
        while trace is not None:
            if "commerce_sdk" in trace.tb_frame.f_code.co_filename:
                for name, value in trace.tb_frame.f_locals.items():
                    assert PLAIN not in repr(value), (trace.tb_frame, name)
            trace = trace.tb_next
        caught = caught.__context__
