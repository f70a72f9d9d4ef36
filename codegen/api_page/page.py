"""The page: an index, the platforms one after the other, and the names that all share."""

from __future__ import annotations

import inspect
from collections.abc import Iterable
from importlib import import_module

from codegen.api_page import classes, platforms
from codegen.api_page.docstrings import attributes, first_paragraph, prose
from codegen.api_page.markdown import anchor, call, link, table
from codegen.api_page.signatures import alias, keys, parameters, returned
from codegen.api_page.subjects import (
    SECTIONS,
    SPANNING,
    VALUES,
    Public,
    aliases,
    clients,
    errors,
    is_member,
    names,
    namespaces,
    of_module,
    of_platform,
    of_section,
    without_client,
)
from commerce_sdk.errors import CommerceError

_HEAD = """\
# Every method

Written by `make generate` from the code and the document; not edited by hand. It holds every name
of `commerce_sdk` and of `commerce_sdk.journeys`, with its methods and types.

Signatures are as Python has them: what stands before `/` is positional only, what stands after `*`
keyword only; `= ...` is a keyword that may be left out.

Of a platform's methods: `await` each, but for lists (a `Paginator`, see [lists](lists.md)),
downloads, `follow`, which makes a handle that asks, and what is marked *no I/O*. The limit is what
the platform publishes, in calls a minute and credential. *Sent again* says what happens after an
unclear failure: **safe** calls are repeated, **keyed** ones are asked about first and then
repeated under the same key, **idempotent** ones, which set something to a value, are read
first and repeated where the value is not there, **never** is never sent again. A call that lists
several routes uses the first, and the others where it has to. What each call raises is said by its
`help()` and by [errors](errors.md).
"""
_ERRORS = (
    "When each is raised is told by [errors](errors.md). Each has what its bases have, too. "
    "`errors.…` is in `commerce_sdk.errors`, `journeys.…` in `commerce_sdk.journeys`."
)
_FUNCTIONS = "Functions of"
_MEMBERS = ["member", "gives", "what it does"]


def page() -> str:
    """The page as Markdown."""
    lines = [_HEAD, "## Index", "", *_index(), ""]
    for client in clients():
        lines += platforms.client(client)
        lines += _of_platform(client.platform.name)
        for name, namespace in namespaces(client):
            lines += platforms.namespace(client, name, namespace)
    lines += _journeys()
    for platform in without_client():
        lines += platforms.alone(platform)
    for section in SECTIONS:
        lines += [f"## {section.title}", "", section.about, ""]
        lines += _entries(of_section(section), made=section.made)
        if section is VALUES:
            lines += ["### Types that signatures name", ""]
            rows = ([f"`{each.name}`", _plain(each)] for each in aliases())
            lines += table(["name", "what it is"], rows)
    lines += _errors()
    return "\n".join(lines)


def _index() -> Iterable[str]:
    for client in clients():
        name = client.platform.name
        spaces = [f"{name}.{each}" for each, _ in namespaces(client)]
        yield f"- {link(name)}: " + ", ".join(map(link, spaces))
        own = of_platform(name)
        called = [f"[functions](#{anchor(f'{_FUNCTIONS} {name}')})"]
        has_some = any(inspect.isfunction(each.value) for each in own)
        if linked := [*called * has_some, *(link(each.name) for each in own if _has_heading(each))]:
            yield f"  - {', '.join(linked)}"
    yield f"- {link('journeys')}: " + ", ".join(
        link(each.name) for each in of_module(import_module(SPANNING)) if _has_heading(each)
    )
    yield from (f"- {link(platform)}" for platform in without_client())
    for section in SECTIONS:
        linked = [link(each.name) for each in of_section(section) if _has_heading(each)]
        yield f"- [{section.title}](#{anchor(section.title)}): {', '.join(linked)}"
    yield "- [Errors](#errors)"


def _of_platform(name: str) -> list[str]:
    own = of_platform(name)
    called = [each for each in own if inspect.isfunction(each.value)]
    lines = [f"### {_FUNCTIONS} `{name}`", "", *_entries(called)] if called else []
    # The only one of these that a program makes is how it logs in.
    rest = [each for each in own if each not in called]
    return lines + _entries(rest, made=name == "storefront")


def _journeys() -> list[str]:
    module = import_module(SPANNING)
    own = of_module(module)
    lines = ["## `journeys`", "", first_paragraph(module), ""]
    errors = [each for each in own if _is_error(each)]
    return lines + _entries([each for each in own if each not in errors])


def _entries(public: list[Public], *, made: bool = False) -> list[str]:
    """Functions and constants in a table each, then classes, those that only hold something in one
    table, and each of the others under a heading."""
    rows = [_row_of_function(each) for each in public if inspect.isfunction(each.value)]
    lines = table(["function", "gives", "what it does"], rows)
    plain = [each for each in public if not _is_told_of(each)]
    lines += table(["name", "what it is"], ([f"`{each.name}`", _plain(each)] for each in plain))
    held = [each for each in public if inspect.isclass(each.value) and not _has_heading(each)]
    lines += table(["class", "holds", "what it is"], map(_row_of_class, held))
    for each in public:
        if _has_heading(each):
            lines += _entry(each, made=made and not each.name.endswith("Event"))
    return lines


def _entry(public: Public, *, made: bool) -> list[str]:
    kind, known = public.value, _known()
    lines = [f"### `{public.name}`", ""]
    if _is_typed_dict(kind):
        told = attributes(kind)
        rows = [[f"`{name}: {each}`", told.get(name, "")] for name, each in keys(kind).items()]
        head = ["keyword", "what it is"] if told else ["keyword"]
        shown = table(head, (row[: len(head)] for row in rows))
        return [*lines, *_spaced(prose(kind)[:1]), *shown]
    lines += _spaced(prose(kind))
    for base in classes.bases(kind, known):
        lines += [f"It has all that {link(known[base])} has, too.", ""]
    if ways := classes.ways(kind):
        lines += [f"Used with {ways}.", ""]
    if held := ([] if made else classes.attributes(kind, known)):
        lines += [f"It holds {', '.join(f'`{each}`' for each in held)}.", ""]
    return lines + table(_MEMBERS, classes.members(kind, known, made=made))


def _errors() -> list[str]:
    lines = ["## Errors", "", _ERRORS, ""]
    rows = []
    for each in errors():
        above = [base.__name__ for base in each.value.__bases__ if base is not Exception]
        of_kind = "<br>".join(f"`{base}`" for base in above)
        rows.append([f"`{each.name}`", of_kind, _holds(each), " ".join(prose(each.value))])
    return lines + table(["error", "is a", "holds", "what it says"], rows)


def _row_of_function(public: Public) -> list[str]:
    function = public.value
    told = first_paragraph(function)
    if not inspect.iscoroutinefunction(function):
        told += " *No I/O.*"
    called = call(public.name.rpartition(".")[2], parameters(function))
    return [called, returned(function), told]


def _row_of_class(public: Public) -> list[str]:
    return [f"`{public.name}`", _holds(public), " ".join(prose(public.value))]


def _holds(public: Public) -> str:
    known = _known()
    held = classes.attributes(public.value, known)
    called = [row[0] for row in classes.members(public.value, known, made=False)]
    return "<br>".join((*(f"`{each}`" for each in held), *called))


def _plain(public: Public) -> str:
    return _WORDS.get(public.name) or f"`{alias(public.value)}`"


_WORDS = {
    "UNSET": "What stands for a keyword or an attribute that was left out, where None is a value.",
    "__version__": "The version of the SDK, as text.",
}


def _known() -> dict[type, str]:
    """The classes that have an entry, by what the entry is called."""
    every = (*errors(), *of_module(import_module(SPANNING)), *names())
    return {each.value: each.name for each in every if inspect.isclass(each.value)}


def _is_told_of(public: Public) -> bool:
    return inspect.isclass(public.value) or inspect.isfunction(public.value)


def _has_heading(public: Public) -> bool:
    """Is it a class that has more than attributes, or is made by programs?"""
    kind = public.value
    if not inspect.isclass(kind) or _is_error(public):
        return False
    is_held = hasattr(kind, "__struct_fields__") and not any(
        is_member(member)
        for each in classes.own(kind, {})
        for name, member in vars(each).items()
        if not name.startswith("_")
    )
    return not is_held or "hooks" in kind.__name__.lower() or ".credentials" in public.module


def _is_error(public: Public) -> bool:
    return inspect.isclass(public.value) and issubclass(public.value, CommerceError)


def _is_typed_dict(kind: object) -> bool:
    return hasattr(kind, "__total__")


def _spaced(paragraphs: Iterable[str]) -> list[str]:
    return [line for each in paragraphs for line in (each, "")]
