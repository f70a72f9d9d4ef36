"""How often Schemathesis asks: enough to see that each operation keeps to its document, and with
`--cases`, as `make contract` gives it, more."""

from __future__ import annotations

import pytest

CASES = 25


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--cases", type=int, default=CASES, help="ask each operation so often")


@pytest.fixture
def cases(request: pytest.FixtureRequest) -> int:
    # Where all tests are run, pytest reads this file too late for the option.
    return int(request.config.getoption("--cases", default=CASES))
