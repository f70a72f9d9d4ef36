"""What stands on the page: the platforms with their clients and namespaces, and the public names by
what they are for."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from importlib import import_module
from operator import itemgetter
from types import ModuleType
from typing import Any, NamedTuple

import commerce_sdk
from codegen.reading.documents import documents
from commerce_sdk.errors import CommerceError
from commerce_sdk.runtime.namespace import Namespace
from commerce_sdk.runtime.platform_client import PlatformClient

SPANNING = "commerce_sdk.journeys"
"""The module whose functions take clients of several platforms."""


class Public(NamedTuple):
    """A public name: how a program writes it, and what it is."""

    name: str
    value: Any

    @property
    def module(self) -> str:
        """Where it is written."""
        return str(MODULES.get(self.name) or getattr(self.value, "__module__", ""))


class Section(NamedTuple):
    """Public names that are of use together. `made` says that a program makes the values itself."""

    title: str
    about: str
    rooms: tuple[str, ...]
    made: bool = False


MODULES: dict[str, str] = import_module("commerce_sdk._names").NAMES
SECTIONS = (
    Section(
        "Lists, files, handles",
        "What calls give that is asked further: pages, files, and what goes on after a call. "
        "None of them is made by a program itself.",
        ("runtime.lists", "runtime.downloads", "runtime.following"),
    ),
    Section(
        "Values",
        "What calls take and give, beside the models of the platforms (`commerce_sdk.models`, "
        "`commerce_sdk.admin.models`, `commerce_sdk.storefront.models`, "
        "`commerce_sdk.commerce_layer.models`).",
        (),
    ),
    Section(
        "Credentials",
        "What `auth=` takes, and where tokens and sessions are kept.",
        ("runtime.credentials",),
        made=True,
    ),
    Section(
        "Limits, retries, transport, time",
        "What `limiter=`, `retry=`, `transport=` and `clock=` take.",
        ("runtime.limits", "runtime.retries", "runtime.http", "clock"),
        made=True,
    ),
    Section(
        "Middleware",
        "What `middleware=` takes: see [middleware](service.md#middleware).",
        ("runtime.middleware",),
    ),
    Section(
        "Hooks and events",
        "What `hooks=` takes, and what hooks are told.",
        ("runtime.call.events",),
        made=True,
    ),
)
VALUES = SECTIONS[1]
_ALIASES = {
    "commerce.orders.items": ("Item", "Metadata", "Relation"),
    "commerce.orders.prepared": ("Body",),
    "commerce.orders.handle": ("Answer",),
    "journeys.stages": ("Via",),
    "journeys.given": ("Checkpoint",),
    "journeys.product": ("Kind",),
    "money": ("Unit",),
    "runtime.call.events": ("Hook", "Waiting"),
    "runtime.credentials.token_cache": ("AuthLike", "TokenSource"),
    "runtime.limits.local": ("Buckets",),
    "runtime.limits.redis.limiter": ("Away",),
}


def clients() -> list[type[PlatformClient]]:
    """The platforms' clients, in the order of the public names."""
    return [each for _, each in names() if _is_a(each, PlatformClient)]


def without_client() -> list[str]:
    """The platforms whose documents stand alone, in the order of their names."""
    served = {client.platform.name for client in clients()}
    return [source.stem for source in documents() if source.stem not in served]


def namespaces(kind: type[PlatformClient]) -> Iterator[tuple[str, type]]:
    """The namespaces of a client, by the names of its properties."""
    client = kind(token="unused", base_url="https://unused.invalid")
    for name, member in vars(kind).items():
        if isinstance(member, property) and isinstance(held := getattr(client, name), Namespace):
            yield name, type(held)


def own_members(kind: type[PlatformClient]) -> Iterator[tuple[str, Any]]:
    """The public methods and properties of a client, its own before those of all clients; but for
    its namespaces."""
    spaces = dict(namespaces(kind))
    for each in (kind, PlatformClient):
        for name, member in vars(each).items():
            if not name.startswith("_") and name not in spaces and is_member(member):
                yield name, member


def methods(namespace: type) -> Iterator[tuple[str, Any]]:
    """The public methods of a namespace: those that it shares with others, then its own, in the
    order of their code."""
    own, *bases = (each for each in namespace.__mro__ if issubclass(each, Namespace))
    for each in (*bases, own):
        for name, member in vars(each).items():
            if inspect.isfunction(member) and not name.startswith("_"):
                yield name, member


def names() -> list[Public]:
    """The names of `commerce_sdk`."""
    return [Public(name, getattr(commerce_sdk, name)) for name in sorted(dir(commerce_sdk))]


def aliases() -> list[Public]:
    """What the names of types in signatures stand for; they are for reading, not for importing."""
    rooms = {room: import_module(f"commerce_sdk.{room}") for room in _ALIASES}
    every = [(name, rooms[room]) for room, named in _ALIASES.items() for name in named]
    return [Public(name, getattr(room, name)) for name, room in sorted(every, key=itemgetter(0))]


def of_module(module: ModuleType) -> list[Public]:
    """The names of a public module, as a program that imports it writes them."""
    short = module.__name__.rpartition(".")[2]
    return [Public(f"{short}.{name}", getattr(module, name)) for name in module.__all__]


def errors() -> list[Public]:
    """Every error: a base before those that are of its kind."""
    wrong = Public("errors.WrongAnswer", import_module("commerce_sdk.errors").WrongAnswer)
    every = (*names(), wrong, *of_module(import_module(SPANNING)))
    found = [each for each in every if _is_a(each.value, CommerceError)]
    return sorted(found, key=lambda each: [kind.__name__ for kind in _line(each.value)])


def of_platform(platform: str) -> list[Public]:
    """The names that only one platform has, but for its client and its errors."""
    return [each for each in _left() if each.module.startswith(f"commerce_sdk.{platform}.")]


def of_section(section: Section) -> list[Public]:
    """The names of a section; what no other has is a value."""
    platforms = {each.platform.name for each in clients()}
    shared = [
        each for each in _left() if each.module.split(".")[1:2] not in [[p] for p in platforms]
    ]
    return [each for each in shared if _section_of(each) is section]


def is_member(member: object) -> bool:
    """Is it a method or a property, as a class has them?"""
    function = getattr(member, "__func__", member)
    return inspect.isfunction(function) or isinstance(member, property)


def _section_of(public: Public) -> Section:
    rooms = {f"commerce_sdk.{room}": section for section in SECTIONS for room in section.rooms}
    fitting = [each for room, each in rooms.items() if f"{public.module}.".startswith(f"{room}.")]
    return fitting[0] if fitting else VALUES


def _left() -> list[Public]:
    kinds = (PlatformClient, CommerceError)
    return [each for each in names() if not _is_a(each.value, *kinds)]


def _line(error: type) -> list[type]:
    return [each for each in reversed(error.__mro__) if issubclass(each, CommerceError)]


def _is_a(value: object, *kinds: type) -> bool:
    return inspect.isclass(value) and issubclass(value, kinds)
