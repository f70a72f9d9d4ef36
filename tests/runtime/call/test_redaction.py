"""What of a call may be shown, and what an answer that echoes a secret is given as."""

from __future__ import annotations

import json

import pytest

from commerce_sdk.runtime.call.redaction import (
    echoes_of,
    secret_words,
    shown_headers,
    unechoed_content,
)

SECRET = "s3cr3t-words"


def test_what_is_shorter_than_six_characters_is_no_secret() -> None:
    assert [str.__str__(each) for each in echoes_of("12345", "123456", "1234567")] == [
        "1234567",
        "123456",
    ]


def test_a_pair_is_a_secret_whole_and_in_parts() -> None:
    header = "Basic dXNlcm5hbWU6cGFzczp3b3Jk"  # username:pass:word
    assert {str.__str__(each) for each in secret_words(header, "basic")} == {
        "dXNlcm5hbWU6cGFzczp3b3Jk",
        "username:pass:word",
        "username",
        "pass:word",
    }


def test_what_is_shown_of_a_header_ends_after_200_characters() -> None:
    shown = shown_headers([("Server", "x" * 200 + "y"), ("Cookie", "c"), ("Date", "d")])
    assert shown == {"server": "x" * 200, "date": "d"}


@pytest.mark.parametrize("value", [5, 1.5, True, None, "text", [1, "a"], {"a": False}])
def test_what_is_no_secret_in_a_document_stays_what_it_is(value: object) -> None:
    came = {"said": SECRET, "other": value, "list": [value, SECRET]}
    told = unechoed_content(json.dumps(came).encode(), [SECRET])
    assert json.loads(told) == {"said": "[secret]", "other": value, "list": [value, "[secret]"]}
    assert unechoed_content(json.dumps(value).encode(), [SECRET]) == json.dumps(value).encode()
