"""A hook of Schemathesis: each request has a credential that its operation takes."""

from __future__ import annotations

import json
import os
from typing import Any

import schemathesis
from schemathesis import Case, HookContext

KNOWN = json.loads(os.environ["CONTRACT_KNOWN"])


@schemathesis.hook
def before_call(context: HookContext, case: Case[Any], kwargs: dict[str, Any]) -> None:
    case.headers.update(KNOWN[case.operation.definition.raw["operationId"]])
