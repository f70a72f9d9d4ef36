"""A method's own keywords: a wrong one is refused by name, errors name those that were given."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Collection, Iterable, Mapping
from functools import wraps
from typing import Any, TypeVar, cast

from commerce_sdk.errors import InvalidRequest

F = TypeVar("F", bound=Callable[..., Any])

_WORD = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|[-.]")


def refuse_unknown(given: Iterable[str], known: Collection[str], what: str) -> None:
    """Raises `InvalidRequest` for a keyword that is not known, with the nearest that is."""
    for name in given:
        if name in known:
            continue
        from difflib import get_close_matches  # seldom needed

        nearest = get_close_matches(name, known, 1, 0.5)
        advice = f"did you mean {nearest[0]}=? " if nearest else ""
        takes = f"it takes {', '.join(known)}" if known else "it takes none"
        raise InvalidRequest(f"is no keyword of {what}; {advice}{takes}", path=name)


def check_keywords(method: Callable[..., Any], given: Iterable[str], what: str) -> None:
    """Raises `InvalidRequest` for a keyword that a method does not take."""
    code = inspect.unwrap(method).__code__
    if not code.co_flags & inspect.CO_VARKEYWORDS:
        names = code.co_varnames[
            code.co_posonlyargcount : code.co_argcount + code.co_kwonlyargcount
        ]
        refuse_unknown(given, [name for name in names if name != "self"], what)


def in_keywords(method: F, aliases: Mapping[str, str] | None = None) -> F:
    """The method, whose errors name what its caller wrote.

    The document words some things in another way: `aliases` gives the method's own name for one.
    """
    code = inspect.unwrap(method).__code__
    names = code.co_varnames[: code.co_argcount + code.co_kwonlyargcount]
    title = method.__qualname__.removesuffix(".__init__") + "()"

    def name(error: InvalidRequest, arguments: int, given: Mapping[str, Any]) -> None:
        wrote = [each for each in (*names[:arguments], *given) if each != "self"]
        own = _own(error.path, wrote, aliases or {})
        if own != error.path:
            error.at(own)

    if inspect.iscoroutinefunction(method):

        @wraps(method)
        async def called(*arguments: Any, **given: Any) -> Any:
            try:
                if given:
                    check_keywords(method, [*given], title)
                return await method(*arguments, **given)
            except InvalidRequest as error:
                name(error, len(arguments), given)
                raise
            finally:
                arguments, given = (), {}  # no traceback shows what was given
    else:

        @wraps(method)
        def called(*arguments: Any, **given: Any) -> Any:
            try:
                if given:
                    check_keywords(method, [*given], title)
                return method(*arguments, **given)
            except InvalidRequest as error:
                name(error, len(arguments), given)
                raise
            finally:
                arguments, given = (), {}  # no traceback shows what was given

    return cast(F, called)


def _own(path: str, wrote: list[str], aliases: Mapping[str, str]) -> str:
    """A place as the caller names it; one inside a model keeps the document's words."""
    head = re.split(r"[.\[]", path, maxsplit=1)[0]
    for place, rest in ((path, ""), (head, path[len(head) :])):
        word = _WORD.sub("_", place).lower()
        if word == "id" and wrote:
            return wrote[0] + rest
        for own in (word, aliases.get(word)):
            if own in wrote:
                return own + rest
    return path
