"""What a user holds has a type: no public name's parameter, attribute or answer is `Any`, but for a
few whose reason stands here; and no function takes keywords that nobody can check."""

from __future__ import annotations

import ast
import inspect
import textwrap
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any, get_args, get_type_hints

import attrs
import pytest

import commerce_sdk
from codegen.api_page.subjects import clients, namespaces
from commerce_sdk import OrderParts, Placeable, PreparedOrder, journeys
from commerce_sdk._names import NAMES
from commerce_sdk.commerce.orders.items import Item
from commerce_sdk.commerce.orders.namespace import Orders
from commerce_sdk.models import OrderRequest, QuoteOrderRequest
from tests.conftest import ROOT

JSON = {
    "ApiError.__init__(body)",  # the platform's class for it stands above the errors, or there is none
    "UnknownVariant.fields",
    "UnknownVariant.to_dict",
    *(
        f"{resource}.{method}({free})"
        for resource, free in (
            *((each, "metadata") for each in ("ApiCredentials", "ApplicationMemberships")),
            *((each, "metadata") for each in ("IdentityProviders", "MembershipProfiles")),
            *((each, "metadata") for each in ("Memberships", "Organizations", "Permissions")),
            ("Roles", "metadata"),
            ("ApplicationMemberships", "filters"),
            ("Organizations", "config"),
        )
        for method in ("create", "update")
    ),
    "CurrentUser.update(metadata)",
}
"""JSON of any shape, which no type says more of."""

ANY_KEYWORDS = {
    "commerce/orders/namespace.py: _may_be_known",  # what a caller gave, right or wrong
    "document/model.py: construct",  # the attributes of whichever model it makes
    "money.py: __init__",  # refuses all of them: money is made by `of` and `from_minor`
    "runtime/keywords.py: called",  # a method's own, with the method's own type
    "runtime/platform_client.py: called",
}
"""Functions whose `**` takes anything, and why."""


def classes_and_functions() -> tuple[list[type], list[Any]]:
    """The public names, the clients' namespaces, and what both stand on."""
    there = [getattr(commerce_sdk, name) for name in NAMES]
    there += [getattr(journeys, name) for name in journeys.__all__]
    there += [namespace for client in clients() for _, namespace in namespaces(client)]
    classes = [each for each in there if inspect.isclass(each)]
    ours = {
        base: None
        for each in classes
        for base in each.__mro__
        if base.__module__.startswith("commerce_sdk.")
    }
    return [*ours], [each for each in there if inspect.isfunction(each)]


def parsed(there: Any) -> Any:
    source = inspect.getsource(inspect.unwrap(there) if inspect.isfunction(there) else there)
    return ast.parse(textwrap.dedent(source)).body[0]


def annotations(name: str, node: ast.AST) -> Iterator[tuple[str, ast.expr | None, bool]]:
    """Each annotation that a user meets, with its place, and whether it is of what is given."""
    if isinstance(node, ast.ClassDef):
        for part in node.body:
            if isinstance(part, ast.AnnAssign) and isinstance(part.target, ast.Name):
                if not part.target.id.startswith("_"):
                    yield f"{name}.{part.target.id}", part.annotation, False
            elif isinstance(part, ast.FunctionDef | ast.AsyncFunctionDef) and (
                part.name[:1] != "_" or (part.name[:2] == "__" and part.name not in PYTHONS)
            ):
                yield from annotations(f"{name}.{part.name}", part)
    elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
        yield name, node.returns, False
        taken = node.args
        for each in (*taken.posonlyargs, *taken.args, *taken.kwonlyargs, taken.vararg, taken.kwarg):
            if each is not None and each.arg not in ("self", "cls"):
                yield f"{name}({each.arg})", each.annotation, True


PYTHONS = {"__reduce__", "__reduce_ex__", "__rich_repr__", "__copy__"}
"""What Python and its tools call, whose types are theirs."""


def says_nothing(annotation: ast.expr | None, is_given: bool) -> bool:
    """Is it missing, `Any`, a container of no one knows what, or of what is got `object`?"""
    if annotation is None:
        return True
    words = {node.id for node in ast.walk(annotation) if isinstance(node, ast.Name)}
    inside = {id(node.value) for node in ast.walk(annotation) if isinstance(node, ast.Subscript)}
    bare = {
        node.id
        for node in ast.walk(annotation)
        if isinstance(node, ast.Name) and id(node) not in inside
    }
    is_object = not is_given and isinstance(annotation, ast.Name) and annotation.id == "object"
    return "Any" in words or is_object or bool(bare & {"dict", "list", "tuple", "set", "Mapping"})


def untyped() -> set[str]:
    classes, functions = classes_and_functions()
    return {
        place
        for each in (*classes, *functions)
        for place, annotation, is_given in annotations(each.__name__, parsed(each))
        if says_nothing(annotation, is_given)
    }


def any_keywords(source: Path) -> set[str]:
    """The functions that take any keywords of any type."""
    return {
        f"{path.relative_to(source).as_posix()}: {node.name}"
        for path in source.rglob("*.py")
        if "sandbox" not in path.relative_to(source).parts
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and node.args.kwarg is not None
        and ast.unparse(node.args.kwarg.annotation or ast.Name("Any")) in ("Any", "object")
    }


def test_what_a_user_meets_has_a_type() -> None:
    classes, functions = classes_and_functions()
    assert {commerce_sdk.OrderFailed, commerce_sdk.CommerceError, commerce_sdk.Handle} < {*classes}
    assert commerce_sdk.required in functions
    assert untyped() - JSON == set()
    assert JSON - untyped() == set(), "has a type now"


def test_help_spells_out_what_a_method_takes() -> None:
    methods = [
        (f"{namespace.__name__}.{name}", method)
        for client in clients()
        for _, namespace in namespaces(client)
        for name, method in inspect.getmembers(namespace, inspect.isfunction)
        if not name.startswith("_")
    ]
    assert len(methods) > 100
    for name, method in methods:
        kinds = {each.kind for each in inspect.signature(method).parameters.values()}
        assert inspect.Parameter.VAR_KEYWORD not in kinds, name


@pytest.mark.parametrize("name", ["place", "create", "prepare"])
def test_help_says_what_an_order_is_made_of(name: str) -> None:
    method = getattr(Orders, name)
    taken = inspect.signature(method).parameters
    said = inspect.getdoc(method) or ""
    assert said.count("\nArgs:\n") == 1
    assert len(OrderParts.__annotations__) == 9
    for part in OrderParts.__annotations__:
        assert taken[part].kind is inspect.Parameter.KEYWORD_ONLY
        assert taken[part].default is None
        assert said.count(f"\n    {part}: ") == 1
    assert str(taken["quote_id"].annotation) == "str | None"
    if "\nRaises:\n" in said:
        assert said.index("\nArgs:\n") < said.index("\n    retry_of: ") < said.index("\nRaises:\n")


def test_what_an_order_may_be_given_as_has_a_name() -> None:
    assert {PreparedOrder, OrderRequest, QuoteOrderRequest, bytes, str} == {*get_args(Placeable)}
    assert [*OrderParts.__annotations__] == [*get_type_hints(OrderParts, localns={"Item": Item})]


@pytest.mark.parametrize("module", [commerce_sdk, journeys])
def test_every_public_class_shows_its_signature(module: Any) -> None:
    """A mock asks for it, and a value of `msgspec` looks its types up for that."""
    for name in dir(module):
        kind = getattr(module, name)
        is_plain = not inspect.isclass(kind) or issubclass(kind, BaseException | dict)
        assert is_plain or inspect.signature(kind), name


@pytest.mark.parametrize("of", ["", ".admin", ".storefront", ".commerce_layer"])
def test_the_types_of_request_models_can_be_asked_for(of: str) -> None:
    models = import_module(f"commerce_sdk{of}.models")
    requests = [kind for kind in (getattr(models, name) for name in dir(models)) if attrs.has(kind)]
    assert requests
    for kind in requests:
        assert attrs.resolve_types(kind) is kind
        assert {each.name for each in attrs.fields(kind)} <= {*get_type_hints(kind)}


@pytest.mark.parametrize("kind", clients())
def test_a_client_shows_its_keywords_whichever_way_it_is_made(kind: Any) -> None:
    shown = inspect.signature(kind)
    assert [*inspect.signature(kind.from_env).parameters.values()] == [*shown.parameters.values()]


def test_keywords_can_be_checked() -> None:
    assert any_keywords(ROOT / "src" / "commerce_sdk") == ANY_KEYWORDS


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("class C:\n    order: Any", {"C.order"}),
        ("class C:\n    def __init__(self, a: Any, b: int) -> None: ...", {"C.__init__(a)"}),
        ("class C:\n    def f(self) -> Sequence[Any]: ...", {"C.f"}),
        ("class C:\n    @property\n    def f(self) -> object: ...", {"C.f"}),
        ("class C:\n    state: object\n    parts: dict", {"C.state", "C.parts"}),
        ("class C:\n    def f(self, a, *b, **c) -> None: ...", {"C.f(a)", "C.f(b)", "C.f(c)"}),
        ("async def f(a: dict[str, Any] | None = None) -> list | None: ...", {"f", "f(a)"}),
        ("def f(a: object, b: dict[str, int]) -> Callable[[int], object]: ...", set()),
        ("class C:\n    _a: Any\n    def _f(self) -> Any: ...", set()),
        ("class C:\n    def __reduce__(self) -> tuple[Any, ...]: ...", set()),
    ],
)
def test_a_planted_one_is_found(text: str, places: set[str]) -> None:
    node: Any = ast.parse(text).body[0]
    found = annotations(node.name, node)
    assert {place for place, said, is_given in found if says_nothing(said, is_given)} == places


def test_planted_keywords_are_found(tmp_path: Path) -> None:
    lines = [
        "def a(**b: Any): ...",
        "def c(**d): ...",
        "def e(**f: int): ...",
        "def g(h: Any): ...",
    ]
    (tmp_path / "m.py").write_text("\n".join(lines), encoding="utf-8")
    assert any_keywords(tmp_path) == {"m.py: a", "m.py: c"}
