"""The document of Commerce Layer Provisioning says every fact that is known of its platform, and nothing
else but what was decided, with a reason each."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from codegen.reading.bundle import bundle
from tests.openapi.changes import GONE, Steps, changed
from tests.openapi.commerce_layer import FACTS, OPERATIONS, PRINTED, RESOURCES, SOURCE, reached
from tests.openapi.commerce_layer_settled import OTHERWISE
from tests.openapi.parts import REST, WORDS, Facts, Part, label, of_document, parts, read
from tests.openapi.settled import Otherwise, differences, settled

DOCUMENT: dict[str, Any] = bundle(SOURCE)
SETTLED, IDLE = settled(FACTS, OTHERWISE)
DUE = reached(SETTLED)


def _by_part(facts: Facts) -> dict[str, Facts]:
    found: dict[str, Facts] = {}
    for place, said in facts.items():
        found.setdefault(place.split(" > ")[0], {})[place] = said
    return found


DUE_OF = _by_part(DUE)


def test_the_document_says_the_facts_and_nothing_else() -> None:
    assert differences(of_document(DOCUMENT), DUE) == []


def test_each_decision_has_a_use_and_a_reason() -> None:
    assert IDLE == []
    vain = Otherwise("never so", "GET /nothing", {"type": "string"})
    assert settled(FACTS, [*OTHERWISE, vain])[1] == ["never needed: never so"]


def test_without_a_decision_the_document_differs() -> None:
    """So none of them says again what another one says."""
    ours = of_document(DOCUMENT)
    assert len(OTHERWISE) > 50
    for number, decision in enumerate(OTHERWISE):
        try:
            due = reached(settled(FACTS, [*OTHERWISE[:number], *OTHERWISE[number + 1 :]])[0])
        except KeyError:
            continue  # others say something of what it says
        assert differences(ours, due), decision.why


def test_the_sources_were_read_in_whole() -> None:
    paths = {place.split(" ")[1] for place in OPERATIONS}
    assert (len(RESOURCES), len(OPERATIONS), len(paths)) == (10, 70, 48)
    done = Counter(PRINTED[place]["does"] for place in OPERATIONS)
    assert done == {
        "list": 9, "create": 8, "retrieve": 10, "update": 9, "delete": 5, "related": 27, "resend": 1,
        "transfer_ownership": 1,
    }  # fmt: skip
    attributes = [said for place, said in PRINTED.items() if " > attributes > " in place]
    relationships = [said for place, said in PRINTED.items() if " > relationships > " in place]
    # Of each resource, and five that all of them have.
    assert len(attributes) == 114 + 5 * 10
    assert len(relationships) == 27
    assert Counter(said["many"] for said in relationships) == {False: 15, True: 12}
    for use, required, optional in (("create", 29, 49), ("update", 0, 72)):
        given = Counter(said.get(use) for said in [*attributes, *relationships])
        assert (given["required"], given["optional"]) == (required, optional), use
    assert len(PRINTED["matchers"]["names"]) == 25
    assert sum(place.startswith("error ") for place in PRINTED) == 11
    assert sum(place.startswith("limit ") for place in PRINTED) == 13


def test_whatever_else_is_known_is_held_here_as_well() -> None:
    """A fact of another kind needs a place of the document, or words that say it."""
    others = {place.split(" ")[0] for place in PRINTED if " /" not in place} - {*RESOURCES}
    assert others == {
        *("API", "token", "lifetime", "limit", "limits", "header", "statuses", "behaviour"),
        *("query", "matchers", "errors", "error", "writes"),
    }


# --- changes of the document

Found = Iterator[tuple[str, Steps, Any]]
NAMED = {"properties", "attributes", "relationships"}


def _changes(node: Any, steps: Steps, named: bool) -> Found:
    """Each value in it, changed; each thing in it, gone; one thing more in each."""
    if isinstance(node, dict):
        for key, each in node.items():
            if named or key not in WORDS:
                yield "gone", (*steps, key), GONE
                yield from _changes(each, (*steps, key), key in NAMED and not named)
        yield "one more", (*steps, "other"), {"type": "string"}
        if "properties" in node:
            required = node.get("required", [])
            for name in node["properties"].keys() - set(required):
                yield "required", (*steps, "required"), [*required, name]
    elif isinstance(node, list):
        for index, each in enumerate(node):
            yield "gone", (*steps, index), GONE
            yield from _changes(each, (*steps, index), False)
        yield "one more", steps, [*node, "other"]
    elif isinstance(node, bool):
        yield "not", steps, not node
    elif isinstance(node, int):
        yield "one greater", steps, node + 1
    else:
        yield "another", steps, f"{node}Other"
        if steps[-1] == "type":
            yield "null", steps, [node, "null"]


def _of_part(part: Part) -> Found:
    if part == REST:
        kept = ("paths", "components")
        yield "one more", ("other",), {}
        yield "one more", ("components", "other"), {}
        for key in DOCUMENT.keys() - kept:
            if key != "info":
                yield from _changes(DOCUMENT[key], (key,), named=False)
        yield "another", ("info", "version"), "v2"
        return
    node: Any = DOCUMENT
    for step in part:
        node = node[step]
    yield "gone", part, GONE
    for kind, steps, value in _changes(node, part, named=False):
        if part[1] != "schemas" or steps[-2:] != ("x-resource", "example"):
            yield kind, steps, value


def _notices(document: dict[str, Any], part: Part) -> bool:
    """Only what the change can be seen in is read."""
    try:
        ours = read(document, part)
    except (AttributeError, IndexError, KeyError, TypeError):
        return True  # what cannot be read
    return differences(ours, DUE_OF.get(label(part), {})) != []


def test_a_part_that_is_not_changed_is_as_it_is_due() -> None:
    assert {label(part) for part in parts(DOCUMENT)} == DUE_OF.keys()
    assert [part for part in parts(DOCUMENT) if _notices(DOCUMENT, part)] == []


def test_every_change_of_the_document_is_noticed() -> None:
    unseen, kinds = [], Counter[str]()
    for part in parts(DOCUMENT):
        for kind, steps, value in _of_part(part):
            kinds[kind] += 1
            if not _notices(changed(DOCUMENT, steps, value), part):
                unseen.append(f"{kind}: {'/'.join(map(str, steps))}")

    print(f"{kinds.total()} changes: {dict(kinds)}")
    assert unseen == []
    assert kinds.keys() == {"gone", "one more", "required", "not", "one greater", "another", "null"}
    assert kinds.total() > 10_000


def test_what_is_added_is_noticed() -> None:
    for part in (("paths", "/roles/{id}", "delete"), ("components", "schemas", "Other")):
        some = DOCUMENT["paths"]["/roles/{id}"]["get"]
        assert _notices(changed(DOCUMENT, part, some), part)


def test_facts_that_change_are_noticed_as_well() -> None:
    ours = _by_part(of_document(DOCUMENT))
    for part, due in DUE_OF.items():
        for place, said in due.items():
            without = {each: facts for each, facts in due.items() if each != place}
            assert differences(ours[part], without), place
            for key in said:
                assert differences(ours[part], {**due, place: {**said, key: "other"}}), (place, key)


# --- what only words say


def _words(*steps: str) -> str:
    node: Any = DOCUMENT
    for step in steps:
        node = node[step]
    return " ".join(str(node["description"]).split())


def _of_attribute(component: str, name: str) -> str:
    return _words("components", "schemas", f"{component}Attributes", "properties", name)


def test_words_say_what_only_words_can() -> None:
    least, most = PRINTED["lifetime"]["range"].split("–")
    assert f"{least} to {most}" in _of_attribute("ApiCredential", "expires_in")
    for known in PRINTED["api_credentials > attributes > kind"]["known"]:
        assert f"`{known}`" in _of_attribute("ApiCredential", "kind")
    region = PRINTED["organizations > attributes > region"]["default"]
    assert f"`{region}`" in _of_attribute("Organization", "region")
    assert PRINTED["identity_providers > attributes > domains"]["between"] == ","
    assert "commas between" in _of_attribute("IdentityProvider", "domains")
    info = _words("info")
    first, ends = PRINTED["limits"]["header"], PRINTED["limits"]["header_ends"]
    for header in (first, *(f"{first.removesuffix('-limit')}{end}" for end in ends)):
        assert f"`{header}`" in info
    assert f"JSON:API {PRINTED['API']['jsonapi']}" in info
    assert f"`{PRINTED['writes']['key']}`" in info
    invites = _words("paths", "/memberships", "post")
    assert f"`{PRINTED['behaviour']['membership']}`" in invites
    assert PRINTED["token errors"]["type"] in _words(
        *("components", "schemas", "FailureEntry", "properties", "status")
    )


def test_words_say_how_lists_are_asked() -> None:
    asked = {
        name: _words("components", "parameters", name)
        for name in ("Include", "Fields", "Sort", "Filter")
    }
    assert f"`{PRINTED['query include']['nested']}`" in asked["Include"]
    assert {PRINTED[f"query {each}"]["between"] for each in ("include", "fields", "sort")} == {","}
    assert "comma between" in asked["Fields"]
    assert PRINTED["query sort"]["descending"] == "-"
    assert "a minus for the greatest first" in asked["Sort"]
    assert f"`{PRINTED['query filter']['joins']}`" in asked["Filter"]


def test_what_is_inferred_is_said_to_be_not_published() -> None:
    info = _words("info")
    assert "that PATCH and DELETE count as POST does is not published" in info
    assert PRINTED["writes"]["known"] == "inf"
    assert "is our own way" in info
    assert PRINTED["query after"]["verified"] == "unverified"
    assert "is not published" in _words("components", "parameters", "AfterId")


def test_errors_are_those_that_are_published() -> None:
    refused = DOCUMENT["components"]["responses"]["Refused"]
    statuses = {place.split(" ")[1]: said for place, said in PRINTED.items() if "error " in place}
    named = set(re.findall(r"\b[45]\d\d\b", refused["description"]))
    assert named == {each for each in statuses if each.startswith("4")}
    (media,) = refused["content"].values()
    for shown in media["examples"].values():
        for entry in shown["value"]["errors"]:
            said = statuses[entry["status"]]
            assert entry["code"] in said["codes"]
            places = [each.rpartition("/")[0] for each in said.get("pointers", [])]
            assert entry.get("source", {}).get("pointer", "").rpartition("/")[0] in ["", *places]


def test_nothing_is_money_and_secrets_are_secret() -> None:
    assert PRINTED["API"]["without"] == "money"
    assert not [place for place, said in DUE.items() if "x-money" in said]
    secret = {place for place, said in PRINTED.items() if said.get("secret")}
    assert secret == {
        f"{each} > attributes > client_secret" for each in ("api_credentials", "identity_providers")
    }


def test_each_related_one_is_of_a_relationship() -> None:
    related = [said for said in PRINTED.values() if said.get("does") == "related"]
    for said in related:
        assert f"{said['resource']} > relationships > {said['relationship']}" in PRINTED
    links = sum(" > relationships > " in place for place in PRINTED)
    assert len(related) == links
