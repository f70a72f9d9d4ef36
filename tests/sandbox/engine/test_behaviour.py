"""Behaviour and document fit, or one error says where they do not."""

from __future__ import annotations

from typing import Any

import pytest

from commerce_sdk.sandbox import Sandbox
from commerce_sdk.sandbox.engine import (
    Answer,
    BehaviourError,
    Call,
    Document,
    Entry,
    File,
    Server,
    World,
    WrongAnswer,
)
from tests.sandbox.engine.serving import Asked, a_document, asking, one_server
from tests.support.shop_platform import Racks, Shop, shop_document, shop_platform
from tests.support.steady_ids import steady

JSON = "application/json"
NUMBER = {"type": "object", "required": ["n"], "properties": {"n": {"type": "integer"}}}


# --- names


def test_operations_without_behaviour_are_named_when_the_server_is_made() -> None:
    with pytest.raises(BehaviourError) as caught:
        Server(shop_platform(Racks))
    said = str(caught.value)
    assert said.startswith("Racks does not fit its document: no method for the operations")
    missing = shop_document().operations.keys() - {"get_rack", "fill_rack"}
    assert all(name in said for name in missing)
    assert "get_rack" not in said


class Misspelt(Racks):
    def get_racks(self, call: Call) -> None: ...

    def label_of(self, rack_id: str) -> str:
        return self.labels[rack_id]


class Twice(Shop):
    def __init__(self, world: World) -> None:
        super().__init__(world)
        self.parts = (*self.parts, Misspelt(world))


def test_methods_that_are_named_like_no_operation_or_like_the_same_are_named() -> None:
    with pytest.raises(BehaviourError) as caught:
        Server(shop_platform(Twice))
    assert str(caught.value) == (
        "Twice does not fit its document: several are named like get_rack, fill_rack; "
        "the document has no operation for Misspelt.get_racks"
    )


def test_a_document_that_commerces_behaviour_does_not_serve_is_one_error_at_once() -> None:
    with pytest.raises(ValueError, match="Commerce does not fit its document") as caught:
        Sandbox(document=shop_document())
    assert "get_bill" in str(caught.value)
    assert "Orders.place_order" in str(caught.value)


def test_what_is_no_method_is_nothing_to_a_document() -> None:
    class WithMore(Asked):
        """Holds values, and a property that fails."""

        call = "value"

        @property
        def broken(self) -> Any:
            raise RuntimeError

    one_server(a_document("/a", {}), WithMore())


# --- answers


def answering(*answers: Any, **responses: Any) -> Server:
    document = a_document("/a", {"responses": responses or {"200": json_of(NUMBER)}})
    return one_server(document, Asked(*answers))


def json_of(schema: Any, kind: str = JSON) -> dict[str, Any]:
    return {"content": {kind: {"schema": schema}}}


@pytest.mark.anyio
@pytest.mark.parametrize(
    ("answer", "said"),
    [
        ({}, "ask answers 200 with what its document does not allow: n: is required"),
        ({"n": "1"}, "n: '1' is not of type 'integer'"),
        ({"n": True}, "n: True is not of type 'integer'"),
        ([], r"the answer: \[\] is not of type 'object'"),
        (None, "the answer: None is not of type 'object'"),
        (Answer(201, {"n": 1}), r"ask answers 201 with an object; its document names 200 \(app"),
        (File(b"", "text/csv"), "ask answers a file of text/csv; its document names 200"),
        ([Entry.of("a", {})], "is not of type 'object'"),
    ],
    ids=steady,
)
async def test_what_the_document_does_not_allow_is_an_error_with_its_place(
    answer: Any, said: str
) -> None:
    async with asking(answering(answer)) as client:
        with pytest.raises(WrongAnswer, match=said):
            await client.get("/a")


@pytest.mark.anyio
async def test_a_place_leads_into_lists_and_variants() -> None:
    kinds = {
        name: {"type": "object", "properties": {"kind": {"const": name}, "n": {"type": "integer"}}}
        for name in ("CAT", "DOG")
    }
    pet = {
        "oneOf": [{"$ref": f"#/components/schemas/{name}"} for name in kinds],
        "discriminator": {"propertyName": "kind"},
    }
    pets = {"type": "object", "properties": {"pets": {"type": "array", "items": pet}}}
    document = a_document(
        "/a", {"responses": {"200": json_of(pets)}}, components={"schemas": kinds}
    )
    right = {"pets": [{"kind": "CAT", "n": 1}]}
    wrong = {"pets": [{"kind": "CAT", "n": 1}, {"kind": "DOG", "n": "x"}]}
    behaviour = Asked(right, wrong, {"pets": [{"kind": "COW"}]})
    async with asking(one_server(document, behaviour)) as client:
        assert (await client.get("/a")).json() == right
        with pytest.raises(WrongAnswer, match=r"pets\[1\]\.n: 'x' is not of type 'integer'"):
            await client.get("/a")
        with pytest.raises(WrongAnswer, match=r"pets\[0\]\.kind: is none of CAT, DOG"):
            await client.get("/a")


@pytest.mark.anyio
async def test_an_answer_has_its_status_its_content_type_and_its_headers() -> None:
    server = answering(
        *({"n": 1}, None, File(b"a,b", "text/csv"), Answer(202, {"n": 2}, {"X-Rest": "5"})),
        **{
            "200": json_of(NUMBER, "application/vnd.api+json"),
            "202": json_of(NUMBER),
            "203": {"content": {"text/csv": {"schema": {"type": "string"}}}},
            "204": {},
        },
    )
    async with asking(server) as client:
        answers = [await client.get("/a") for _ in range(4)]
    assert [(each.status_code, each.content) for each in answers] == [
        *((200, b'{"n":1}'), (204, b""), (203, b"a,b"), (202, b'{"n":2}')),
    ]
    kinds = [each.headers.get("content-type") for each in answers]
    assert kinds == ["application/vnd.api+json", None, "text/csv; charset=utf-8", JSON]
    assert answers[3].headers["x-rest"] == "5"


@pytest.mark.anyio
@pytest.mark.parametrize("kind", ["*/*", JSON])
async def test_null_is_a_document_where_the_schema_allows_it(kind: str) -> None:
    nullable = {"oneOf": [NUMBER, {"type": "null"}]}
    async with asking(answering(None, **{"200": json_of(nullable, kind)})) as client:
        answer = await client.get("/a")
    assert (answer.status_code, answer.json()) == (200, None)
    assert answer.headers["content-type"] == JSON


# --- one world


@pytest.mark.anyio
async def test_a_reset_makes_behaviour_anew_and_what_it_shares() -> None:
    made: list[World] = []

    class Counting(Asked):
        def __init__(self, world: World) -> None:
            super().__init__()
            made.append(world)
            assert world.shared(Racks) is world.shared(Racks)

    from commerce_sdk.sandbox.engine import Platform

    platform = Platform(a_document("/a", {}), Counting)
    server = Server(platform, seed=5)
    async with asking(server) as client:
        await client.get("/a")
        drawn = made[0].chance.random()
        assert (platform.calls["ask"], len(platform.behaviour.calls)) == (1, 1)
        server.reset()
        assert (platform.calls["ask"], len(platform.behaviour.calls)) == (0, 0)
    assert made[1].chance.random() == drawn
    assert made[0].shared(Racks) is not made[1].shared(Racks)


def test_a_document_is_read_from_a_file(tmp_path: Any) -> None:
    path = tmp_path / "a.json"
    path.write_text('{"paths": {"/a": {"get": {"operationId": "ask", "responses": {"204": {}}}}}}')
    for source in (path, str(path)):
        document = Document.load(source)
        assert (list(document.operations), document.base_path) == (["ask"], "")
