"""The public methods of a client's namespaces: what each needs, and what refuses it."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import attrs
import pytest

from commerce_sdk import CommerceError, InvalidRequest
from commerce_sdk.runtime.namespace import Namespace
from commerce_sdk.runtime.platform_client import PlatformClient


class Strange:
    """A value that no keyword takes."""

    def __repr__(self) -> str:
        return "Strange()"


WRONG: dict[str, Callable[[], Any]] = {
    "None": lambda: None,
    "a number": lambda: 100,
    "below zero": lambda: -1,
    "a fraction": lambda: 1.5,
    "True": lambda: True,
    "an empty text": lambda: "",
    "a text": lambda: "x",
    "bytes": lambda: b"x",
    "an empty list": list,
    "a list of numbers": lambda: [1],
    "a list of None": lambda: [None],
    "a list of lists": lambda: [["x"]],
    "an empty object": dict,
    "an object": lambda: {"a": {"b": [1]}},
    "an object of numbers": lambda: {1: None},
    "an iterator": lambda: iter([1]),
    "a function": lambda: lambda: None,
    "a class": lambda: str,
    "a set": lambda: {1},
    "something": Strange,
}
_ARGUMENTS = (inspect.Parameter.POSITIONAL_OR_KEYWORD, inspect.Parameter.KEYWORD_ONLY)


def arguments(called: Callable[..., Any]) -> list[str]:
    return [
        name
        for name, parameter in inspect.signature(called).parameters.items()
        if parameter.kind in _ARGUMENTS
    ]


@attrs.frozen
class Methods:
    """Those of a client that `make` makes. What a method needs is `usual`, but for the `values` of
    keywords; `more` is what some methods (`products.update`) need beside that, and `beside` what
    some keywords (`orders.place.quote_id`) go with."""

    make: Callable[[], PlatformClient]
    usual: Any
    values: Mapping[str, Any]
    more: Mapping[str, Mapping[str, Any]] = {}
    beside: Mapping[str, Mapping[str, Any]] = {}

    def all(self) -> Iterator[tuple[str, str]]:
        """Every method, by the client's name for its namespace."""
        client = self.make()
        for name, member in vars(type(client)).items():
            if isinstance(member, property):
                namespace = getattr(client, name)
                if not isinstance(namespace, Namespace):
                    continue
                for method, value in vars(type(namespace)).items():
                    if not method.startswith("_") and callable(value):
                        yield name, method

    def called(self, namespace: str, method: str) -> Callable[..., Any]:
        called: Callable[..., Any] = getattr(getattr(self.make(), namespace), method)
        return called

    def required(self) -> Iterator[tuple[str, str, str]]:
        """Each argument without a default."""
        for namespace, method in self.all():
            for name in self._required_by(namespace, method):
                yield namespace, method, name

    def _required_by(self, namespace: str, method: str) -> list[str]:
        return [
            name
            for name, parameter in inspect.signature(
                self.called(namespace, method)
            ).parameters.items()
            if parameter.default is parameter.empty and parameter.kind in _ARGUMENTS
        ]

    def needed(self, namespace: str, method: str) -> dict[str, Any]:
        names = self._required_by(namespace, method)
        needed = {name: self.values.get(name, self.usual) for name in names}
        return {**needed, **self.more.get(f"{namespace}.{method}", {})}

    def with_keyword(self, namespace: str, method: str, keyword: str, value: Any) -> dict[str, Any]:
        """What a method needs, and one keyword with what goes with it."""
        beside = self.beside.get(f"{namespace}.{method}.{keyword}", {})
        return {**self.needed(namespace, method), **beside, keyword: value}

    async def refusal(
        self, namespace: str, method: str, *by_place: Any, **given: Any
    ) -> InvalidRequest:
        async def call() -> None:
            called = self.called(namespace, method)(*by_place, **given)
            if inspect.isawaitable(called):
                await called

        with pytest.raises(InvalidRequest) as caught:
            await call()
        assert not caught.value.maybe_applied
        return caught.value

    async def names_the_keyword(self, namespace: str, method: str, keyword: str) -> None:
        """A value of no right type is refused by the keyword that it was given by."""
        given = self.with_keyword(namespace, method, keyword, Strange())
        error = await self.refusal(namespace, method, **given)
        assert error.path.partition("[")[0] == keyword
        assert str(error).startswith(f"{error.path}: ")

    async def refuses_an_unknown_keyword(self, namespace: str, method: str) -> InvalidRequest:
        error = await self.refusal(namespace, method, offerring=self.usual)
        assert error.path == "offerring"
        assert "is no keyword of" in str(error)
        return error

    async def names_what_is_not_given_by_place(self, namespace: str, method: str) -> None:
        """A value too many by place is told the keywords that there are."""
        parameters = inspect.signature(self.called(namespace, method)).parameters.values()
        kinds = (inspect.Parameter.POSITIONAL_ONLY, inspect.Parameter.POSITIONAL_OR_KEYWORD)
        by_place = [each for each in parameters if each.kind in kinds]
        by_name = [each.name for each in parameters if each.kind is each.KEYWORD_ONLY]
        if by_name:
            error = await self.refusal(namespace, method, *[None] * (len(by_place) + 1))
            assert error.path == by_name[0]
            assert str(error).endswith(f"are keywords: {', '.join(f'{name}=' for name in by_name)}")

    async def names_what_is_missing(self, namespace: str, method: str, keyword: str) -> None:
        given = self.needed(namespace, method)
        del given[keyword]
        error = await self.refusal(namespace, method, **given)
        assert (error.path, "is needed by" in str(error)) == (keyword, True)


async def all_wrong_types(
    make: Callable[[], Callable[..., Any]],
    given: Mapping[str, Any],
    to_its_end: Callable[[Any], Any],
) -> list[str]:
    """What a function says, by an error that is none of ours, to each wrong value of each
    argument."""
    broken = []
    for argument in arguments(make()):
        for kind, value in WRONG.items():
            try:
                await to_its_end(make()(**{**given, argument: value()}))
            except CommerceError:
                pass
            except Exception as error:
                broken.append(f"{argument} = {kind}: {error!r}")
    return broken
