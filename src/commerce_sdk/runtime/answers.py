"""What an answer says: the success that it is, whole or as a file, or the error."""

from __future__ import annotations

from typing import Any, TypeVar

from msgspec.structs import replace

from commerce_sdk import defaults
from commerce_sdk.errors import DecodeError
from commerce_sdk.operation import Request
from commerce_sdk.runtime.call import Body, Reply
from commerce_sdk.runtime.deadline import Deadline
from commerce_sdk.runtime.problems import api_error, is_error
from commerce_sdk.runtime.redaction import forget_frames, unechoed_content
from commerce_sdk.runtime.slices import read_answer

T = TypeVar("T")


async def whole_of(request: Request[T], reply: Reply, deadline: Deadline) -> T:
    """The success that an answer is. Raises the `ApiError` that it is, or `DecodeError`."""
    with deadline.charge("decoding"):
        if is_error(request.operation, reply.status):
            raise api_error(request, _told(reply), deadline.clock.time())
        try:
            return await read_answer(request, reply.status, reply.content)
        except DecodeError as error:
            error.status = reply.status
            error.request_id = reply.request_id
            error.content = _told(reply).content[: defaults.DECODE_ERROR_BYTES]
            forget_frames(error)
            raise


async def file_of(request: Request[Any], reply: Reply, now: float) -> Body:
    """The bytes of a file. Raises what the answer is where it is none."""
    if is_error(request.operation, reply.status):
        raise api_error(request, _told(reply), now)
    media = reply.headers.get("content-type", "").partition(";")[0].strip().lower()
    # A gateway's page with status 200 must not end up under a file's name.
    if reply.body is not None and media != "application/json" and not media.startswith("text/"):
        return reply.body
    if reply.body is not None:
        await reply.body.aclose()
    raise DecodeError(
        f"{media or 'nothing'} came where a file should be",
        status=reply.status,
        request_id=reply.request_id,
    )


def _told(reply: Reply) -> Reply:
    """An answer that becomes an error, without the credential that it may echo."""
    return replace(reply, content=unechoed_content(reply.content, reply.secrets))
