"""A method's own keywords: a wrong one is refused by name, errors name those that were given."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence, Set
from functools import wraps
from textwrap import indent
from typing import Any, TypeVar, cast

from commerce_sdk.errors import InvalidRequest

F = TypeVar("F", bound=Callable[..., Any])

_WORD = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|[-.[]")
_OPTIONS = ("deadline", "attempt_timeout", "retry")
"""What `with_options` of a client takes, and a call does not."""
_ELSEWHERE = {"timeout": "deadline", "retries": "retry", "max_retries": "retry"}
"""What other libraries call them."""


def refuse_unknown(
    given: Iterable[str],
    known: Collection[str],
    what: str,
    aliases: Mapping[str, str] | None = None,
) -> None:
    """Raises `InvalidRequest` for a keyword that is not known, with the one that `aliases` gives in
    its place, the nearest that is known, or the option of a client that was meant."""
    for name in given:
        if name in known:
            continue
        advice = _advice(name, known, (aliases or {}).get(name))
        takes = f"it takes {', '.join(known)}" if known else "it takes none"
        raise InvalidRequest(f"is no keyword of {what}; {advice}{takes}", path=name)


def _advice(name: str, known: Collection[str], alias: str | None) -> str:
    from difflib import get_close_matches  # seldom needed

    option = _ELSEWHERE.get(name, name)
    for meant in (alias, option):
        if meant in known:
            return f"did you mean {meant}=? "
    if option in _OPTIONS:
        return f"a client has it: with_options({option}=…); "
    nearest = get_close_matches(name, known, 1, 0.5)
    return f"did you mean {nearest[0]}=? " if nearest else ""


def refuse_by_place(names: Sequence[str], what: str) -> None:
    """Raises `InvalidRequest` for a value by place where only keywords, those `names`, are left, or
    nothing is."""
    takes = ", ".join(f"{name}=" for name in names)
    rest = f"the rest are keywords: {takes}" if takes else "it takes no more"
    text = f"{what} is given too many positional arguments; {rest}"
    raise InvalidRequest(text, path=next(iter(names), ""))


def refuse_by_name(names: Iterable[str], given: Collection[str], method: str) -> None:
    """Raises `InvalidRequest` for the first of `names`, which go by place alone, that was given as
    a keyword."""
    for name in names:
        if name in given:
            raise InvalidRequest(f"is positional, no keyword: {method}({name})", path=name)


def refuse_missing(needed: Iterable[str], count: int, given: Collection[str], what: str) -> None:
    """Raises `InvalidRequest` for the first of the `needed` that is neither one of the first
    `count`, given by place, nor a keyword given."""
    for place, name in enumerate(needed):
        if place >= count and name not in given:
            raise InvalidRequest(f"is needed by {what}", path=name)


def check_keywords(method: Callable[..., Any], given: Iterable[str], what: str) -> None:
    """Raises `InvalidRequest` for a keyword that a method does not take."""
    known = keywords_of(method)
    if known is not None:
        refuse_unknown(given, known, what)


def keywords_of(method: Callable[..., Any]) -> list[str] | None:
    """The keywords that a method takes; None where it takes any."""
    code = inspect.unwrap(method).__code__
    more = getattr(method, "more_keywords", ())
    if code.co_flags & inspect.CO_VARKEYWORDS and not more:
        return None
    names = code.co_varnames[code.co_posonlyargcount : code.co_argcount + code.co_kwonlyargcount]
    return [name for name in (*names, *more) if name != "self"]


def with_keywords_of(base: Callable[..., Any], but: Collection[str]) -> Callable[[F], F]:
    """Let a method that passes its `**settings` on to `base` say that it takes those keywords,
    `but` for some: to `help()`, and to who gives a wrong one."""

    def decorate(method: F) -> F:
        taken = [
            each
            for each in inspect.signature(base).parameters.values()
            if each.kind is each.KEYWORD_ONLY and each.name not in but
        ]
        cast(Any, method).more_keywords = [each.name for each in taken]
        _spell_out(method, taken)
        return method

    return decorate


def _spell_out(method: Callable[..., Any], taken: Iterable[inspect.Parameter]) -> None:
    own = inspect.signature(method)
    first = [each for each in own.parameters.values() if each.kind is not each.VAR_KEYWORD]
    cast(Any, method).__signature__ = own.replace(parameters=[*first, *taken])


def with_keys_of(parts: type[Any]) -> Callable[[F], F]:
    """Let a method that takes `**…: Unpack[parts]`, a TypedDict, show each of its keys to `help()`,
    with the words of its docstring; and to who gives a wrong one."""

    def decorate(method: F) -> F:
        cast(Any, method).more_keywords = [*parts.__annotations__]
        kind = inspect.Parameter.KEYWORD_ONLY
        types = {
            key: getattr(said, "__forward_arg__", said)
            for key, said in parts.__annotations__.items()
        }
        _spell_out(
            method,
            [
                inspect.Parameter(key, kind, default=None, annotation=said)
                for key, said in types.items()
            ],
        )
        if method.__doc__ and parts.__doc__:  # nothing to join where Python strips docstrings
            words = indent(inspect.cleandoc(parts.__doc__).partition("\n\n")[2], "    ")
            said, raises, errors = inspect.cleandoc(method.__doc__).partition("\n\nRaises:")
            title = "" if "\n\nArgs:\n" in said else "\n\nArgs:"
            method.__doc__ = f"{said}{title}\n{words}{raises}{errors}"
        return method

    return decorate


def leaves_open(may_be_known: Callable[..., bool]) -> Callable[[F], F]:
    """Let what is wrong in how a method is called say nothing of what it is about, where that
    `may_be_known`, given the same arguments, to the platform."""

    def decorate(method: F) -> F:
        cast(Any, method).may_be_known = may_be_known
        return method

    return decorate


def in_keywords(method: F, aliases: Mapping[str, str] | None = None) -> F:
    """The method, whose errors name what its caller wrote, or left out.

    The document words some things in another way: `aliases` gives the method's own name for one.
    """
    function = cast(Any, inspect.unwrap(method))
    code = function.__code__
    names = code.co_varnames[: code.co_argcount + code.co_kwonlyargcount]
    by_place = names[: code.co_argcount - len(function.__defaults__ or ())]
    left = (*names[code.co_argcount :], *getattr(method, "more_keywords", ()))
    placed = [name for name in names[: code.co_posonlyargcount] if name != "self"]
    takes_all = code.co_flags & inspect.CO_VARARGS
    may_be_known = getattr(method, "may_be_known", None)
    by_name = frozenset(names[code.co_argcount :]) - (function.__kwdefaults__ or {}).keys()
    known = keywords_of(method)
    fewest, most = len(by_place), code.co_argcount
    is_method = names[:1] == ("self",)

    def check(arguments: Sequence[Any], given: Mapping[str, Any]) -> None:
        title = _title(method, arguments if is_method else ())
        try:
            check_names(len(arguments), given.keys(), title)
        except InvalidRequest as error:
            if may_be_known is not None and may_be_known(*arguments[is_method:], **given):
                error.maybe_applied = True
            raise
        finally:
            arguments, given = (), {}  # no traceback shows what was given

    def check_names(count: int, given: Set[str], title: str) -> None:
        refuse_by_name(placed, given, method.__name__)
        if known is not None and given:
            refuse_unknown(given, known, title, aliases)
        if count > most and not takes_all:
            refuse_by_place(left, title)
        if count < fewest or not by_name <= given:
            refuse_missing(by_place, count, given, title)
            refuse_missing(sorted(by_name, key=names.index), 0, given, title)

    def name(error: InvalidRequest, arguments: int, given: Mapping[str, Any]) -> None:
        wrote = [each for each in (*names[:arguments], *given) if each != "self"]
        own = _own(error.path, wrote, aliases or {})
        if own != error.path:
            error.at(own)

    if inspect.iscoroutinefunction(method):

        @wraps(method)
        async def called(*arguments: Any, **given: Any) -> Any:
            try:
                if given or by_name or not fewest <= len(arguments) <= most:
                    check(arguments, given)
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
                if given or by_name or not fewest <= len(arguments) <= most:
                    check(arguments, given)
                return method(*arguments, **given)
            except InvalidRequest as error:
                name(error, len(arguments), given)
                raise
            finally:
                arguments, given = (), {}  # no traceback shows what was given

    return cast(F, called)


def _title(method: Callable[..., Any], arguments: Sequence[Any]) -> str:
    """A method by the class of what it was called of; what makes one by the class that has it."""
    owner, _, name = method.__qualname__.rpartition(".")
    if name == "__init__":
        return f"{owner}()"
    owner = type(arguments[0]).__name__ if arguments else owner
    return f"{owner}.{name}()".removeprefix(".")


def _own(path: str, wrote: list[str], aliases: Mapping[str, str]) -> str:
    """A place as the caller names it; one inside a model keeps the document's words."""
    head = re.split(r"[.\[]", path, maxsplit=1)[0]
    for place, rest in ((path, ""), (head, path[len(head) :])):
        word = _WORD.sub("_", place.replace("]", "")).lower()
        if word == "id" and wrote:
            return wrote[0] + rest
        for own in (word, aliases.get(word)):
            if own in wrote:
                return own + rest
    return path
