"""What an answer says: the success that it is, whole or as a file, or the error."""

from __future__ import annotations

from collections.abc import Callable
from fnmatch import fnmatchcase
from typing import Any, TypeVar

import anyio
from msgspec.structs import replace

from commerce_sdk import defaults
from commerce_sdk.document.operation import Request
from commerce_sdk.errors import DecodeError, WrongAnswer
from commerce_sdk.runtime.call.deadline import Deadline
from commerce_sdk.runtime.call.error_answers import Families, api_error, is_error
from commerce_sdk.runtime.call.exchange import Body, Reply
from commerce_sdk.runtime.call.redaction import forget_frames, unechoed_content
from commerce_sdk.runtime.call.slices import read_answer

T = TypeVar("T")


async def whole_of(request: Request[T], reply: Reply, deadline: Deadline, families: Families) -> T:
    """The success that an answer is. Raises the `ApiError` that it is, or `DecodeError`."""
    with deadline.charge("decoding"):
        if is_error(request.operation, reply.status):
            reply = _told(reply)
            raise api_error(request.operation, reply, deadline.clock.time(), families)
        try:
            return await read_answer(request, reply.status, reply.content)
        except DecodeError as error:
            error.status = reply.status
            error.request_id = reply.request_id
            reply = _told(reply)
            if request.operation.takes_credential:
                error.content = reply.content[: defaults.DECODE_ERROR_BYTES]
            forget_frames(error)
            raise


async def file_of(
    request: Request[Any], reply: Reply, deadline: Deadline, families: Families
) -> Body:
    """The bytes of a file. Raises what the answer is where it is none."""
    if is_error(request.operation, reply.status):
        raise api_error(request.operation, _told(reply), deadline.clock.time(), families)
    assert reply.body is not None
    media = reply.headers.get("content-type", "").partition(";")[0].strip().lower()
    # A gateway's page with status 200 must not end up under a file's name.
    asked = (name.partition(";")[0].strip().lower() for name in request.accept.split(","))
    named = [name for name in asked if not name.endswith("json")]
    if any(fnmatchcase(media, name) for name in named):
        return reply.body
    try:
        if media in _SAYS_NOTHING:
            begin = next((_BEGINS[name] for name in named if name in _BEGINS), b"")
            body = _Begun(reply.body)
            if await body.begins_with(begin, deadline):
                return body
    except BaseException:
        await _let_go(reply.body)
        raise
    await _let_go(reply.body)
    raise DecodeError(
        f"{media or 'nothing'} came where a file should be",
        status=reply.status,
        request_id=reply.request_id,
    )


def _told(reply: Reply) -> Reply:
    """An answer that becomes an error, without the credential that it may echo."""
    return replace(reply, content=unechoed_content(reply.content, reply.secrets))


_SAYS_NOTHING = frozenset({"", "application/octet-stream", "binary/octet-stream"})
_BEGINS = {"application/pdf": b"%PDF-"}
"""How files begin, for an answer that does not say what it is."""


async def _let_go(body: Body) -> None:
    with anyio.CancelScope(shield=True):
        await body.aclose()


class _Begun:
    """A body whose first bytes were looked at."""

    def __init__(self, body: Body) -> None:
        self._body = body
        self._first = b""
        self.aclose = body.aclose

    async def begins_with(self, begin: bytes, deadline: Deadline) -> bool:
        while len(self._first) < len(begin):
            part = await self._body.next_part(deadline)
            if not part:
                break
            self._first += part
        return self._first.startswith(begin)

    async def next_part(self, deadline: Deadline) -> bytes:
        first, self._first = self._first, b""
        return first or await self._body.next_part(deadline)


def about(
    asked: str, attribute: str = "id", *, place: str = "", is_exact: bool = False
) -> Callable[[Any], None]:
    """What checks that an answer, by this attribute, is about the thing that was asked for."""
    place = place or f"$.{attribute}"
    return lambda answer: belongs(getattr(answer, attribute), asked, place, is_exact=is_exact)


def belongs(answered: str | None, asked: str, place: str, *, is_exact: bool = False) -> None:
    """Raise `WrongAnswer` where an answer, by its id at `place`, is about another thing than the
    one asked for. Where ids are not `is_exact`, a server may write their letters in another case.
    """
    if not isinstance(answered, str) or answered == asked:
        return
    if is_exact or answered.lower() != asked.lower():
        raise WrongAnswer("the answer is about another one than was asked for", path=place)


def named(attribute: str) -> Callable[[Any], None]:
    """What checks that an answer names what was made: any success counts, whatever sent it."""

    def check(answer: Any) -> None:
        if not isinstance(getattr(answer, attribute), str):
            raise WrongAnswer("the answer does not name what was made", path=f"$.{attribute}")

    return check
