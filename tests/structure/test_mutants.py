"""What is changed one spot at a time does not rot: each module is there, and so are its tests."""

from __future__ import annotations

import pytest

from tests import mutants


@pytest.mark.parametrize("name", mutants.TESTS)
def test_a_module_that_is_changed_is_there_with_its_tests(name: str) -> None:
    tests = mutants.tests_of(name)
    assert tests
    assert [path for path in (mutants.source_of(name), *tests) if not path.is_file()] == []
