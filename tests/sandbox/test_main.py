"""The program: what it takes, and a clock that is moved over HTTP."""

from __future__ import annotations

import subprocess
import sys

import httpx
import pytest

from commerce_sdk.sandbox.__main__ import main


@pytest.mark.parametrize(
    ("argument", "said"),
    [
        *((f"--pace={each}", "a number from 0.001 to 1,000,000") for each in ("nan", "inf", "0")),
        *(
            (f"--pace={each}", "a number from 0.001 to 1,000,000")
            for each in ("1e-320", "-1", "1e9")
        ),
        ("--pace=fast", "a number from 0.001 to 1,000,000"),
        *(
            (f"--past-orders={each}", "a number from 0 to 100,000")
            for each in ("-5", "1000000", "x")
        ),
        *(
            (f"--token={each}", "one or more characters of ASCII")
            for each in ("", "ä", "a b", "a\n")
        ),
        *((f"--account={each}", "one or more characters of ASCII") for each in ("", "ä")),
    ],
)
def test_junk_is_refused_in_one_line(
    argument: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as caught:
        main([argument])
    assert caught.value.code == 2
    last = capsys.readouterr().err.splitlines()[-1]
    assert f"error: argument {argument.partition('=')[0]}: {said}" in last


def test_an_account_is_named_once(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["--account=acme", "--account=ACME"])
    assert caught.value.code == 2
    assert "error: argument --account: the same one twice" in capsys.readouterr().err


def test_a_manual_clock_is_moved_over_http() -> None:
    command = [sys.executable, "-m", "commerce_sdk.sandbox", "--manual-clock"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as program:
        try:
            assert program.stdout is not None
            address = program.stdout.readline().removeprefix("sandbox ready ").strip()
            outside = httpx.URL(address).copy_with(path="/_sandbox/advance")
            before, after = (
                httpx.post(outside, json={"seconds": seconds}, trust_env=False).json()["time"]
                for seconds in (0, 60)
            )
        finally:
            program.terminate()
    assert after == before + 60
