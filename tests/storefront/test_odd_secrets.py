"""A secret with quotes, backslashes and whatever else is escaped somewhere stays out of errors too, by
whatever way, and however often escaped, a platform echoes it."""

from __future__ import annotations

import json
import pickle
import re
import traceback
from collections.abc import Callable
from typing import Any

import anyio
import httpx
import pytest
from hypothesis import example, given, strategies as st

from commerce_sdk import ApiKey, Bearer, Login, StorefrontClient, Unauthenticated
from tests.storefront.front import BASE_URL, ID
from tests.support.reporters import chain, of_value
from tests.support.secret_search import Search, caught
from tests.support.spellings import CARRIERS, SPELLINGS

MARKS = "\"\\/'<>&%+= \t\n\r\b\f#;{}[]:,?@~.-_$\u00e9\u00df\u00a0\u20ac\u2028\u043f\U0001f600nux0"
marks = st.text(MARKS, max_size=4)
secrets = st.builds("{}pl4{}nt3d{}".format, marks, marks, marks)
spellings = st.lists(st.sampled_from(sorted(SPELLINGS)), max_size=2)
ONE_OF_EACH = [
    'pl4"nt3d',
    "pl4\\nt3d",
    "pl4\tnt3d",
    "pl4nt3d\n",
    "pl4nt3d\\",
    '"pl4nt3d"',
    "pl4nt3d&+%",
    "pl4é€😀nt3d",
]


async def get(shop: StorefrontClient) -> None:
    await shop.products.get(ID)


def raised(auth: Any, status: int, content: bytes, kind: str, **headers: str) -> BaseException:
    """What a call ends with at a platform that answers this to it, or to its login."""

    async def call() -> BaseException:
        answer = httpx.Response(status, content=content, headers={"content-type": kind, **headers})
        transport = httpx.MockTransport(lambda request: answer)
        async with StorefrontClient(
            base_url=BASE_URL, auth=auth, transport=transport, limiter=None, retry=None
        ) as shop:
            return await caught(get, shop)

    return anyio.run(call)


def shows_nothing(error: BaseException) -> None:
    search = Search(["pl4", "nt3d"])
    for each in (*chain(error), *chain(pickle.loads(pickle.dumps(error)))):
        told = traceback.TracebackException.from_exception(each, capture_locals=True)
        shown = [("attributes", repr(vars(each))), ("traceback", "".join(told.format()))]
        search.look("error", iter([*of_value(each), *shown]))
    assert search.findings == []


def spelled(secret: str, how: list[str]) -> str:
    for each in how:
        secret = SPELLINGS[each](secret)
    return secret


@given(secrets, spellings, st.sampled_from(sorted(CARRIERS)), st.sampled_from([401, 422, 500]))
@example("pl4nt3d\\", ["as it is"], "a finding", 401)
@example("pl4nt3d\n", ["JSON"], "a message", 401)
def test_no_odd_password_comes_out(
    password: str, how: list[str], carrier: str, status: int
) -> None:
    content, kind = CARRIERS[carrier](spelled(password, how))
    shows_nothing(raised(Login("a@b.c", password), status, content, kind))


@pytest.mark.parametrize("how", SPELLINGS)
def test_each_way_to_echo_a_password_is_known(how: str) -> None:
    for password in ONE_OF_EACH:
        for carry in CARRIERS.values():
            content, kind = carry(SPELLINGS[how](password))
            shows_nothing(raised(Login("a@b.c", password), 401, content, kind))


@pytest.mark.parametrize("credential", [ApiKey, Bearer])
@pytest.mark.parametrize("key", ['pl4"nt3d', "pl4\\nt3d", "pl4nt3d\\", '"pl4nt3d&+%', "pl4 <nt3d>"])
def test_no_odd_key_comes_out(credential: Callable[[str], Any], key: str) -> None:
    for spell in SPELLINGS.values():
        for carry in CARRIERS.values():
            content, kind = carry(spell(key))
            error = raised(credential(key), 401, content, kind, **{"x-request-id": spell(key)})
            assert re.search(r"request id \\*\[secret]", str(error))
            shows_nothing(error)


@pytest.mark.parametrize("password", ONE_OF_EACH)
def test_what_else_an_answer_says_is_still_read(password: str) -> None:
    findings = [
        {"field": "password", "message": f"{password} is wrong", "code": "C"},
        {"field": "email", "message": 'say "who" & where', "code": "D"},
    ]
    for spell in SPELLINGS.values():
        document = {"code": "E", "message": f"no: {spell(password)}", "details": findings}
        content = json.dumps(document).encode()
        error = raised(Login("a@b.c", password), 401, content, "application/json").__cause__
        assert isinstance(error, Unauthenticated)
        said = str(error.title or error.detail).replace(
            "\\", ""
        )  # where it escapes what it ends in
        assert (error.code, said) == ("E", "no: [secret]")
        assert [(each.field, each.message) for each in error.problems] == [
            ("password", "[secret] is wrong"),
            ("email", 'say "who" & where'),
        ]


def test_an_answer_that_echoes_nothing_is_given_to_the_letter() -> None:
    content = b'{"code": "E",  "message": "50%25 &amp; \\u0041\\n+", "more": [1.10, "[secret]"]}'
    error = raised(Login("a@b.c", "[secret]+"), 401, content, "application/json").__cause__
    assert isinstance(error, Unauthenticated)
    assert "50%25 &amp; A +" in str(error)
    page = b"<p>50%25 &amp; \\u0041\xff</p>"
    error = raised(Login("a@b.c", "passw0rd"), 401, page, "text/html").__cause__
    assert isinstance(error, Unauthenticated)
    assert error.body == page.decode(errors="replace")
