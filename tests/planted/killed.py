"""Bugs that cost something where a journey is killed, or gone on with by two, or told too late."""

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
        "                await self._keep(stage)\n        except CheckpointFailed as error:\n",
        "                pass\n        except CheckpointFailed as error:\n",
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
        "failed.maybe_applied, failed.provisioning_error = True, error",
        "failed.maybe_applied, failed.provisioning_error = False, error",
        _KILLED,
    ),
    Bug(
        "a journey whose order is there for another provisioning follows its own",
        _RUNNING,
        "        if found in (None, stage.request_id):\n",
        "        if True:\n",
        ("tests/journeys/test_two_at_once.py",),
    ),
    Bug(
        "a journey orders by an id that others know as if nobody could have",
        _RUNNING,
        "self.stage, self._is_fresh = ordering, self._is_new\n",
        "self.stage, self._is_fresh = ordering, True\n",
        ("tests/journeys/test_two_at_once.py",),
    ),
    Bug(
        "a journey provisions what it could not ask Commerce about",
        _RUNNING,
        "        ordered = await self._ordered_before(stage)\n        if ordered is not None:",
        "        ordered = None\n        if ordered is not None:",
        ("tests/journeys/test_first_look.py",),
    ),
    Bug(
        "a journey is looked for until its time is over",
        "src/commerce_sdk/journeys/window.py",
        "return self._until(TELLING)\n",
        "return self._until(0.0)\n",
        ("tests/journeys/test_told_in_time.py",),
    ),
]
