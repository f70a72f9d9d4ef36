"""Bugs that cost something where the process of a journey is killed."""

from __future__ import annotations

from tests.planted.bug import Bug

_RUNNING = "src/commerce_sdk/journeys/running.py"
_KILLED = ("tests/journeys/test_kills.py",)

PLANTED = [
    Bug(
        "a journey provisions before its token is kept",
        _RUNNING,
        "        await self._keep(stage)\n        if not window.left:\n",
        "        if not window.left:\n",
        _KILLED,
    ),
    Bug(
        "a journey orders before its token is kept",
        _RUNNING,
        "                await self._keep(stage)\n        except",
        "                pass\n        except",
        _KILLED,
    ),
    Bug(
        "a journey that is gone on with provisions once more",
        _RUNNING,
        "        if provision_again:\n",
        "        if True:\n",
        _KILLED,
    ),
    Bug(
        "an unclear provisioning is called surely not applied",
        "src/commerce_sdk/journeys/telling.py",
        "error.maybe_applied = True\n",
        "error.maybe_applied = False\n",
        _KILLED,
    ),
]
