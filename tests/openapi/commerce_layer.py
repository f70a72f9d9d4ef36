"""What is known of Commerce Layer Provisioning, as its document has to say it."""

from __future__ import annotations

import json
from typing import Any

from tests.conftest import ROOT
from tests.openapi.json_api import ENVELOPES, GIVEN_ID, ID, MAP, OBJECT, SHARED, TEXT
from tests.openapi.settled import Facts

SOURCE = ROOT / "openapi" / "commerce_layer.yaml"
PRINTED: Facts = json.loads(
    (ROOT / "tests/data/commerce-layer-facts.json").read_text(encoding="utf-8")
)
RESOURCES = [place for place, said in PRINTED.items() if "type" in said and " " not in place]
OPERATIONS = [place for place in PRINTED if " /" in place]

MEDIA = PRINTED["header"]["accepts"]
SCHEME = "clientCredentials"
VALUE_SETS = {
    "CredentialMode": "api_credentials > attributes > mode",
    "AccessScope": "membership_profiles > attributes > access_scope",
    "MembershipStatus": "memberships > attributes > status",
    "IdentityProviderStatus": "identity_providers > attributes > status",
    "RoleKind": "roles > attributes > kind",
}
"""What is called how, of the values that an attribute has."""
INPUTS = {"create": "Input", "update": "UpdateInput"}
"""What the component of a request's body is called by, by its use."""


def component(resource: str) -> str:
    """What its component is called: `Role`."""
    return "".join(map(str.capitalize, resource.removesuffix("s").split("_")))


def target(relationship: str) -> str:
    """The resource that a relationship of this name is to, which it is called after."""
    plural = f"{relationship.removesuffix('s')}s"
    return plural if plural in RESOURCES else relationship


def _filled(value: Any, name: str, kind: str) -> Any:
    if isinstance(value, dict):
        return {key: _filled(each, name, kind) for key, each in value.items()}
    return value.replace("@", name).replace("~", kind) if isinstance(value, str) else value


# --- the facts, in the words of a document


def resources() -> Facts:
    """Each resource, in each envelope."""
    due: Facts = {f"schema {place}": dict(said) for place, said in SHARED.items()}
    for name, place in VALUE_SETS.items():
        due[f"schema {name}"] = {**TEXT, "enum": PRINTED[place]["enum"]}
    for resource in RESOURCES:
        name, kind = component(resource), PRINTED[resource]["type"]
        for place, said in ENVELOPES.items():
            due[f"schema {place.replace('@', name)}"] = _filled(said, name, kind)
        due[f"schema {name} > x-resource"] = {"type": kind}
        if f"GET /{resource}/{{id}}" not in OPERATIONS:
            due[f"schema {name} > x-resource"]["singleton"] = True
            due[f"schema {name}UpdateInputData > id"].pop("required")
        for place, said in PRINTED.items():
            around, _, field = place.rpartition(" > ")
            if around == f"{resource} > attributes":
                due |= _attribute(name, field, said)
            elif around == f"{resource} > relationships":
                due |= _relationship(name, field, said)
            for use, part in INPUTS.items():
                if around.startswith(f"{resource} > ") and said.get(use) == "required":
                    due[f"schema {name}{part}Data > {around.rpartition(' ')[2]}"]["required"] = True
    fields = {place.partition(" > ")[0].removeprefix("schema ") for place in due if " > " in place}
    return {
        place: said
        for place, said in due.items()
        if not said.get("ref", "").endswith("Relationships") or said["ref"] in fields
    }


def _attribute(name: str, field: str, said: dict[str, Any]) -> Facts:
    kind = {"type": said["type"]}
    if "enum" in said:
        named = next(
            each for each, place in VALUE_SETS.items() if PRINTED[place]["enum"] == said["enum"]
        )
        kind = {"ref": named}
    kind |= {"standard": said["standard"]} if "standard" in said else {}
    kind |= {"x-secret": True} if said.get("secret") else {}
    null = {"null": True} if said.get("null") else {}
    may = {use: said[use] for use in INPUTS if use in said}
    hidden = {} if said["read"] else {"read": False}
    due = {f"schema {name} > x-resource > {field}": {**kind, **null, **may, **hidden}}
    if said["read"]:
        due[f"schema {name}Attributes > {field}"] = {**kind, **null}
    for use, needed in may.items():
        required = {"required": True} if needed == "required" else {}
        nullable = {"nullable": True} if null else {}
        place = f"schema {name}{INPUTS[use]}Attributes > {field}"
        due[place] = {**kind, **required, **nullable}
    return due


def _relationship(name: str, field: str, said: dict[str, Any]) -> Facts:
    to = component(target(field))
    may = {use: said[use] for use in INPUTS if use in said}
    many = {"many": True} if said["many"] else {}
    due: Facts = {
        f"schema {name} > x-resource > {field}": {"to": to, **many, **may},
        f"schema {name}Relationships > {field}": {"ref": "ToMany" if many else "ToOne"},
    }
    for use, needed in may.items():
        required = {"required": True} if needed == "required" else {}
        clears = {"clears": True} if said.get("create") != "required" and not many else {}
        link = f"{to}LinksInput" if many else f"{to}LinkInput"
        place = f"schema {name}{INPUTS[use]}Relationships > {field}"
        due[place] = {"ref": link, **required, **clears}
    return due


def operations() -> Facts:
    """Each operation, with what it is called, asks and answers."""
    return {place: _operation(place.split(" ")[0], PRINTED[place]) for place in OPERATIONS}


def _operation(method: str, said: dict[str, Any]) -> dict[str, Any]:
    resource, does = said["resource"], said["does"]
    name, one = component(resource), resource.removesuffix("s")
    named, answer, asks = f"{does}_{one}", f"{name}Document", ""
    if does == "list":
        named, answer = f"list_{resource}", f"{name}List"
    elif does == "retrieve":
        named = f"get_{one}"
    elif does in INPUTS:
        asks = f"{name}{INPUTS[does]}"
    elif does == "related":
        link = said["relationship"]
        many = PRINTED[f"{resource} > relationships > {link}"]["many"]
        to = component(target(link))
        does = "related many" if many else "related one"
        named = f"{'list' if many else 'get'}_{one}_{link}"
        answer = f"{to}List" if many else f"Related{to}"
    else:
        answer = ""
    if does == "transfer_ownership":
        named, asks = f"transfer_{one}_ownership", "OwnershipTransferInput"
    status = str(said.get("status", ""))
    body = {"content": {MEDIA: answer}} if answer and status != "204" else {}
    return {
        "does": does,
        "operationId": named,
        "tags": [resource],
        "responses": {status: body},
        "x-rate-limit": _limits(method, resource),
        **({"requestBody": {"content": {MEDIA: asks}}} if asks else {}),
        **({"pages": True} if answer.endswith("List") else {}),
        **_written(resource, does),
    }


def _written(resource: str, does: str) -> dict[str, Any]:
    """Of what must not be done twice: whether something marks it, which can be looked for."""
    writes = PRINTED["writes"]
    if does in writes["never"] or (does == "create" and resource == f"{writes['never_made']}s"):
        return {"x-retry": {"class": "never"}}
    marked = {"class": "never", "key": writes["key"], "read-back": f"list_{resource}"}
    return {"x-retry": marked} if does == "create" else {}


def _limits(method: str, resource: str) -> list[dict[str, Any]]:
    """Those of the page and those of its other copy, once where they are the same."""
    of = "POST" if method in PRINTED["limits"]["as_post"].split(" and ") else method
    found = []
    for which, bucket in (("all", of), ("each", f"{of} of {resource}")):
        page, copy = (PRINTED[f"limit {of} {which} > {each}"] for each in ("page", "copy"))
        more = {"scope": PRINTED["limits"]["by"], "bucket": bucket}
        tiers = [(copy, "lower"), (page, "higher")] if page != copy else [(page, "")]
        found += [{**each, **more, **({"tier": tier} if tier else {})} for each, tier in tiers]
    return found


def beside() -> Facts:
    """What is of no resource."""
    page, filters = PRINTED["query page"], PRINTED["matchers"]
    whole = {"type": "integer", "in": "query"}
    counts = [each.removeprefix("meta.") for each in page["meta"]]
    names = [*filters["names"], *(each.lstrip("_") for each in filters["arrays"])]
    matchers = {each: "value" for each in names if each not in ("any", "all")}
    listed = {each.lstrip("_"): "values" for each in filters["arrays"]}
    matchers |= {each: "values" for each in matchers if each in listed or each == "not_in"}
    texts, _, source = PRINTED["errors"]["fields"].partition(", source: {")
    return {
        "API": {
            "info": {"version": PRINTED["header"]["version"]},
            "servers": [{"url": PRINTED["API"]["server"]}],
            "tags": [{"name": each} for each in RESOURCES],
            "x-rate-limit": {
                each.lower(): _limits(each, "{tag}") for each in ("GET", "POST", "PATCH", "DELETE")
            },
        },
        f"security {SCHEME}": {
            "flows": {
                SCHEME: {
                    "tokenUrl": PRINTED["token"]["address"],
                    "scopes": {},
                    "x-token-request": PRINTED["token"]["encoding"].lower(),
                    "x-rate-limit": [
                        {
                            "limit": PRINTED["limit token"]["limit"],
                            "seconds": PRINTED["limit token"]["minutes"] * 60,
                            "scope": PRINTED["limits"]["by"],
                        }
                    ],
                }
            }
        },
        "parameter AcceptVersion": {
            **TEXT,
            "name": "Accept-Version",
            "in": "header",
            "const": PRINTED["header"]["version"],
        },
        "parameter ResourceId": {**TEXT, "name": "id", "in": "path", "required": True},
        "parameter PageNumber": {
            **whole,
            "name": "page[number]",
            "minimum": page["minimum"],
            "default": page["minimum"],
        },
        "parameter PageSize": {
            **whole,
            "name": "page[size]",
            "default": page["default"],
            "maximum": page["maximum"],
        },
        "parameter Include": {"name": "include", "in": "query", "type": "array"},
        "parameter Include > each": TEXT,
        "parameter Sort": {"name": "sort", "in": "query", "type": "array"},
        "parameter Sort > each": TEXT,
        "parameter Fields": {"name": "fields", "in": "query", "style": "deepObject", **OBJECT},
        "parameter Filter": {
            "name": "filter[q]",
            "in": "query",
            "style": "deepObject",
            **OBJECT,
            "x-matchers": matchers,
        },
        "parameter AfterId": {
            **TEXT,
            "name": f"filter[q][{PRINTED['query after']['cursor']}]",
            "in": "query",
        },
        "schema ListMeta": OBJECT,
        **{f"schema ListMeta > {each}": {"type": "integer"} for each in counts},
        "schema Failure": OBJECT,
        "schema Failure > errors": {"type": "array"},
        "schema Failure > errors > each": {"ref": "FailureEntry"},
        "schema FailureEntry": OBJECT,
        **{f"schema FailureEntry > {each}": TEXT for each in texts.split(", ")},
        "schema FailureEntry > source": {"ref": "FailureSource"},
        "schema FailureEntry > meta": MAP,
        "schema FailureSource": OBJECT,
        f"schema FailureSource > {source.partition('}')[0]}": TEXT,
        "answer Refused": {"content": {MEDIA: "Failure"}},
        "answer Failed": {"content": {MEDIA: "Failure"}},
        **{
            f"schema OwnershipTransfer{place}": dict(said)
            for place, said in {
                "Input": OBJECT,
                "Input > data": {"ref": "OwnershipTransferDataInput", "required": True},
                "DataInput": OBJECT,
                "DataInput > type": {**TEXT, "const": "organizations", "required": True},
                "DataInput > id": GIVEN_ID,
                "DataInput > attributes": {
                    "ref": "OwnershipTransferAttributesInput",
                    "required": True,
                },
                "AttributesInput": OBJECT,
                "AttributesInput > "
                + PRINTED["PATCH /organizations/{id}/transfer_ownership"]["attribute"]: ID,
            }.items()
        },
    }


FACTS: Facts = {
    place: dict(said) for place, said in (resources() | operations() | beside()).items()
}
"""By the places of `tests.openapi.parts`."""


def reached(due: Facts) -> Facts:
    """Without the envelopes that nothing leads to, which are not written out."""
    parts: dict[str, list[dict[str, Any]]] = {}
    for place, said in due.items():
        parts.setdefault(place.partition(" > ")[0], []).append(said)
    waiting = [each for each in parts if not each.startswith("schema ")]
    waiting += [each for each in parts if f"{each} > x-resource" in due]
    found: set[str] = set()
    while waiting:
        part = waiting.pop()
        if part not in found:
            found.add(part)
            waiting += [
                f"schema {name}" for name in _names(parts.get(part, [])) if f"schema {name}" in due
            ]
    return {place: said for place, said in due.items() if place.partition(" > ")[0] in found}


def _names(said: Any) -> list[str]:
    """Every text in it, of which some are the names of components."""
    if isinstance(said, dict):
        return [name for each in said.values() for name in _names(each)]
    if isinstance(said, list):
        return [name for each in said for name in _names(each)]
    return [said] if isinstance(said, str) else []
