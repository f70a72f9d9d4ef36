"""A provisioning: begun, followed, and waited for."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar
from urllib.parse import unquote, urlsplit

from commerce_sdk.admin.errors import ProvisioningFailed
from commerce_sdk.errors import CommerceError, DecodeError, WrongAnswer
from commerce_sdk.runtime.call.exchange import Context
from commerce_sdk.runtime.core import Core
from commerce_sdk.runtime.following.handle import Handle, Progress
from commerce_sdk_api.admin import api
from commerce_sdk_api.admin.models import ProvisioningStatus

if TYPE_CHECKING:
    from commerce_sdk.document.operation import Request
    from commerce_sdk_api.admin.models import (
        ProvisioningAnswer,
        ProvisioningState,
        ProvisioningStatusAnswer,
    )

    _Handle = Handle[ProvisioningState, ProvisioningState]
    _Progress = Progress[ProvisioningState, ProvisioningState]
else:
    _Handle = Handle

E = TypeVar("E", bound=CommerceError)


class Provisioning(_Handle):
    """A provisioning that the platform has taken in. `result()` is its last state once it is
    COMPLETED, or raises `ProvisioningFailed`; a status that is not known goes on.

    It completes only with an order whose metadata names its `request_id` as `provisionRequestId`,
    and fails where none follows in time. `request_id` finds it again, and stands on errors as
    `provision_request_id`. `status_url` is the address that the platform named (None where it was
    found by its id); the SDK never follows it.
    """

    _instead = "carry its request_id; provisioning.wait(request_id) follows on there"

    def __init__(
        self,
        core: Core,
        request_id: str,
        *,
        status_url: str | None = None,
        taken_in: bool = False,
    ) -> None:
        super().__init__(
            core,
            lambda context: _look(core, request_id, context),
            taken_in=taken_in,
            ids={"request_id": request_id},
        )
        self.request_id = request_id
        self.status_url = status_url

    def _marked(self, error: E) -> E:
        # The request id of an error is that of a call.
        error.provision_request_id = self.request_id
        return error


async def begin(core: Core, request: Request[ProvisioningAnswer], *, look_at: str) -> Provisioning:
    """Ask for a provisioning, once. What leaves it unclear says what to `look_at`."""
    try:
        answer = await core.ask(request, check=_names_request)
    except CommerceError as error:
        if error.maybe_applied:
            within = request.operation.completed_within
            error.advice = (
                f"look at {look_at} before you provision again; a request whose order does not "
                f"follow within {within} seconds is given up by the platform"
            )
        raise
    assert answer.data is not None
    status_url = answer.data.status_url
    return Provisioning(core, _request_id(answer), status_url=status_url, taken_in=True)


async def state_of(
    core: Core, request_id: str, context: Context | None = None
) -> ProvisioningState:
    """Where a provisioning stands. The answer's own id is not compared: the platform's sample has
    one that differs."""
    request = api.provisioning.get_provisioning_status.build(request_id=request_id)
    answer = await core.ask(request, context=context, check=_says_state)
    assert answer.data is not None
    return answer.data


async def _look(core: Core, request_id: str, context: Context) -> _Progress:
    state = await state_of(core, request_id, context)
    if state.status == ProvisioningStatus.COMPLETED:
        return Progress(state=state, result=state)
    if state.status == ProvisioningStatus.FAILED:
        return Progress(state=state, failure=ProvisioningFailed(request_id, state))
    return Progress(state=state)


def _says_state(answer: ProvisioningStatusAnswer) -> None:
    if answer.data is None:
        raise DecodeError("the answer does not say where it stands", path="$.data")


def _names_request(answer: ProvisioningAnswer) -> None:
    _request_id(answer)


_STATUS = api.provisioning.get_provisioning_status
_BEFORE_ID = _STATUS.OPERATION.path.split("/")[-2]
_LONGEST_ID = 1000
"""Characters; the platform's are of 36, and an address carries so many more on any way."""


def _request_id(answer: ProvisioningAnswer) -> str:
    """The id of a provisioning: the last segment of the address of its status, which is not read
    any further. Raises `WrongAnswer` where it has none that could be asked by."""
    address: object = answer.data.status_url if answer.data is not None else None
    try:
        text = address if isinstance(address, str) else ""
        segment = urlsplit(text).path.strip().rstrip("/").rpartition("/")[2]
        request_id = unquote(segment, errors="strict")
        _STATUS.build(request_id=request_id)
        if request_id == _BEFORE_ID or len(segment) > _LONGEST_ID:
            raise ValueError("no id")
    except ValueError:
        what = "the answer does not name the provisioning that has begun"
        raise WrongAnswer(what, path="$.data.statusUrl") from None
    return request_id
