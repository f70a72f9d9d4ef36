"""In how JSON:API's resources are read, linked, written and asked for."""

from __future__ import annotations

from tests.planted.bug import Bug

_ROOM = "src/commerce_sdk/document/json_api/"
_TESTS = "tests/document/json_api/"
_LAYER = "src/commerce_sdk/commerce_layer/"
_LOOKS = ("tests/commerce_layer/test_looks.py",)


def _bug(name: str, file: str, old: str, new: str, tests: str) -> Bug:
    return Bug(f"resources: {name}", f"{_ROOM}{file}.py", old, new, (f"{_TESTS}test_{tests}.py",))


PLANTED = [
    _bug("a later twin takes the place of the first", "graph", "self._index.setdefault(key, place)", "self._index[key] = place", "resource"),
    _bug("what an old server wrapped is not unwrapped", "graph", 'entry = entry["data"]  #', "pass  #", "resource"),
    _bug("each look makes another object", "graph", "self._made.setdefault(key, made)", "made", "graph"),
    _bug("a relationship of another shape is read", "graph", 'self._check_null(link, place, f"relationships.{name}")', "pass", "resource"),
    _bug("a number is an id", "graph", "kind.__class__ is str and name.__class__ is str", "True", "resource"),
    _bug("a copy of what came is the thing itself", "graph", "return {key: _copied(entry, f\"{path}.{key}\") for key, entry in value.items()}", "return value", "resource"),
    _bug("an error document is one without data", "graph", 'if "errors" in value:', "if False:", "answers"),
    _bug("what is pickled forgets where it came from", "graph", "return Graph, (self.document, self._root)", 'return Graph, ({"data": self.document["data"]}, self._root)', "graph"),
    _bug("another type is read", "resource", "if own and came is not None and came != own:", "if False:", "resource"),
    _bug("not loaded reads as none", "resource", "return _UNSAID if key is None else self._found(key, cls) or NotLoaded((key[1],))", "return None if key is None else self._found(key, cls)", "resource"),
    _bug("a list that came in part is loaded", "resource", "return there if len(there) == len(keys) else", "return there if there else", "resource"),
    _bug("a resource of another type is taken for the declared one", "resource", "if key[0] == cls.wire_type:", "if True:", "resource"),
    _bug("a repr shows a secret", "resource", "Secret() if name in self.secret_names else value", "value", "resource"),
    _bug("a repr goes on into what is linked", "resource", "return _Sign(f", "return value or _Sign(f", "graph"),
    _bug("equal is what links alike", "resource", "self._data == other._data", "self.id == other.id", "resource"),
    _bug("a list keeps its nulls", "answers", "for place, entry in enumerate(came) if entry is not None", "for place, entry in enumerate(came)", "answers"),
    _bug("null is no document of an optional resource", "answers", 'if document["data"] is None and self.nullable:', "if False:", "answers"),
    _bug("a cleared link is an attribute", "writing", "if wire in self.relationships:", "if wire in self.relationships and value:", "writing"),
    _bug("any resource is linked to", "writing", "if value.type != self.type:", "if False:", "writing"),
    _bug("an attribute is read back from among the links", "writing", "if wire not in cls.relationships:", "if False:", "writing"),
    _bug("the shortest matcher counts", "filters", "(-len(form), form)", "(len(form), form)", "filters"),
    _bug("the shortest name counts", "filters", "key=lambda way: way[0]", "key=lambda way: -way[0]", "filters"),
    _bug("a key is looked at again and again", "filters", "seen.add((start, table.type))", "pass", "filters"),
    _bug("an empty filter is sent", "filter_values", "if not text:\n            raise InvalidRequest(\"may not be empty,", "if False:\n            raise InvalidRequest(\"may not be empty,", "filters"),
    _bug("instants are sent in their own offset", "filter_values", "value = value.astimezone(datetime.UTC)", "pass", "filters"),
    _bug("a secret stands in an address", "filters", 'if getattr(asked.kind, "secret", False):', "if False:", "filters"),
    _bug("fields lose what is included", "query", "if name in found:\n                found[name][step] = None", "if False:\n                pass", "query"),
    _bug("only the first step of an inclusion is kept", "query", "table = tables.get(target[0]) or _unknown(target[0])", "return", "query"),
    _bug("a list may be sorted by what it links to", "query", "if name in table.relationships:", "if False:", "query"),
    Bug("looks: a list that is not there holds nothing", f"{_LAYER}marked.py", "except NotFound as missing:", "except AssertionError as missing:", _LOOKS),
    Bug("looks: what has no id is found", f"{_LAYER}marked.py", "is_named(each)", "pass", _LOOKS),
    Bug("looks: one ends with its first page", f"{_LAYER}marked.py", "if following is None:", "if True:", _LOOKS),
    Bug("looks: blanks around a reference are sent", f"{_LAYER}resources.py", "if not mark or mark != mark.strip():", "if not mark.strip():", _LOOKS),
    Bug("resources: any value is JSON", "src/commerce_sdk/document/kinds.py", "return _json(value, path)", "return value", (f"{_TESTS}test_writing.py",)),
    Bug("resources: a long document is read at once", "src/commerce_sdk/runtime/call/slices.py", "return shape.of_parts(await _parts(shape.long, content))", "return shape.from_json(content)", ("tests/runtime/call/test_slices.py",)),
]  # fmt: skip
