"""Junk in place of any part of a document, or of its text, is refused, or is none: nothing but
`DocumentFailed` is raised, and what has no faults is a package."""

from __future__ import annotations

import copy
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from codegen.reading.bundle import bundle, load
from codegen.reading.failures import BundleError, DocumentFailed
from tests.codegen.generator import DOCUMENTS
from tests.codegen.verdicts import misreported, refusals

SAMPLES = {"kiosk": 1500, "shop": 250, "club": 800}
"""How many of the spoiled documents are looked at: shop.yaml is the longer one."""
GONE: Any = object()
JUNK: tuple[Any, ...] = (
    *(None, 5, -1.5, True, "x", "", [], ["a"], {}, {"a": 1}, {"$ref": "#/x"}),
    GONE,
)


def steps(node: Any, before: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The way to every node inside."""
    for key, value in (
        node.items()
        if isinstance(node, dict)
        else enumerate(node)
        if isinstance(node, list)
        else ()
    ):
        yield (*before, key)
        yield from steps(value, (*before, key))


def spoiled(document: Any, way: tuple[Any, ...], junk: Any) -> Any:
    """A document with junk in place of one of its nodes."""
    made = copy.deepcopy(document)
    node = made
    for step in way[:-1]:
        node = node[step]
    if junk is GONE:
        del node[way[-1]]
    else:
        node[way[-1]] = copy.deepcopy(junk)
    return made


@pytest.mark.parametrize("name", SAMPLES)
def test_junk_in_place_of_a_node_is_refused_or_read(name: str) -> None:
    document = load(DOCUMENTS / f"{name}.yaml")
    every = [(way, junk) for way in steps(document) for junk in JUNK]
    found, refused = {}, 0
    for way, junk in random.Random(name).sample(every, SAMPLES[name]):
        made = spoiled(document, way, junk)
        try:
            said = refusals(made)
            wrong = misreported(made, said)
        except Exception as fault:
            wrong = f"{type(fault).__name__}: {fault}"
        refused += bool(wrong is None and said)
        if wrong:
            found["/".join(map(str, way)), repr(junk)] = wrong
    assert found == {}
    assert SAMPLES[name] / 2 < refused < SAMPLES[name]


# --- text


SOURCE = (DOCUMENTS / "kiosk.yaml").read_bytes()
TEXTS: dict[str, bytes] = {
    "nothing": b"",
    "a byte order mark alone": b"\xef\xbb\xbf",
    "binary": bytes(range(256)),
    "UTF-16": "openapi: 3.1.0".encode("utf-16"),
    "a zero": b"openapi: \x00",
    "deep lists": b"paths: " + b"[" * 5000 + b"]" * 5000,
    "deep lists that do not end": b"[" * 5000,
    "deep maps": b"{a: " * 5000 + b"}" * 5000,
    "deep lines": b"\n".join(b" " * deep + b"a:" for deep in range(1500)),
    "an anchor in itself": b"paths: &a {/x: *a}",
    "an anchor that is itself": b"components: &a [*a]",
    "an anchor that nobody wrote": b"paths: *a",
    "a merge of itself": b"paths: &a\n  <<: *a\n",
    "a merge of no map": b"paths:\n  <<: 5\n",
    "a key twice": b"openapi: 3.1.0\nopenapi: 3.1.1\n",
    "a key twice, inside": b"paths: {/x: {}, /x: {}}",
    "a tab": b"paths:\n\t/x: {}\n",
    "two documents": b"openapi: 3.1.0\n---\nopenapi: 3.1.0\n",
    "a tag": b"paths: !!python/object:os.system {}",
    "a tag of ours": b"paths: !thing {}",
    "bytes": b"info: !!binary aGk=",
    "a set": b"tags: !!set {a, b}",
    "pairs": b"tags: !!omap [a: b]",
    "a number as a key": b"paths: {5: {}}",
    "nothing as a key": b"paths: {~: {}}",
    "a list as a key": b"paths: {[a]: {}}",
    "a map as a key": b"? {a: b}\n: c\n",
    "no number": b"x: .nan",
    "no end of numbers": b"x: .inf",
    "a number without end": b"x: " + b"9" * 5000,
    "half a sign": b'x: "\\ud800"',
    "half a sign as a key": b'"\\udfff": x',
    "a directive": b"%YAML 9.9\n---\nopenapi: 3.1.0\n",
    "text": b"openapi",
    "a list": b"- openapi",
    "a reference to a folder": b"paths: {/x: {$ref: '.#/paths/~1x'}}",
    "a reference to the net": b"paths: {/x: {$ref: 'https://shop.invalid/a.yaml#/paths/~1x'}}",
    "a reference with a zero": b'paths: {/x: {$ref: "a\\0b.yaml#/paths/~1x"}}',
    "a reference without an end": b"paths: {/x: {$ref: '" + b"a" * 5000 + b".yaml#/paths/~1x'}}",
    "a path of itself": b"paths: {/x: {$ref: '#/paths/~1x'}}",
}


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
def test_junk_of_text_is_refused_in_one_line(tmp_path: Path, text: bytes) -> None:
    source = tmp_path / "junk.yaml"
    source.write_bytes(text)

    said = said_of(source)

    assert said
    for line in said:
        assert line.isprintable(), line


@pytest.mark.parametrize("part", range(1, 40))
def test_a_document_that_ends_early_is_refused_or_read(tmp_path: Path, part: int) -> None:
    source = tmp_path / "junk.yaml"
    source.write_bytes(SOURCE[: len(SOURCE) * part // 40])

    for line in said_of(source):
        assert line.isprintable(), line


@pytest.mark.parametrize("seed", range(40))
def test_a_document_with_junk_in_its_text_is_refused_or_read(tmp_path: Path, seed: int) -> None:
    source, chance = tmp_path / "junk.yaml", random.Random(seed)
    text = bytearray(SOURCE)
    for _ in range(chance.randint(1, 5)):
        at = chance.randrange(len(text))
        text[at : at + chance.randint(0, 3)] = chance.choice(
            [b"\t", b"\n", b"&a ", b"*a", b"{", b"}", b"[", b"'", b'"', b": ", b"\xff", b"- ", b"#"]
        )
    source.write_bytes(text)

    for line in said_of(source):
        assert line.isprintable(), line


def said_of(source: Path) -> list[str]:
    """The line of each refusal of a file."""
    try:
        document = bundle(source)
    except DocumentFailed as fault:
        assert isinstance(fault, BundleError)
        assert source.name in str(fault)
        return [str(fault)]
    said = refusals(document)
    assert misreported(document, said) is None
    return [str(each) for each in said]
