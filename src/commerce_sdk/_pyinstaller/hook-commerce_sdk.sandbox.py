"""The sandbox reads the document that comes with it; jsonschema, where it needs one, a grammar."""

from __future__ import annotations

from importlib.util import find_spec

from PyInstaller.utils.hooks import collect_data_files

datas = collect_data_files("commerce_sdk.sandbox", includes=["documents/*.json", "engine/*.json"])
if find_spec("rfc3987_syntax") is not None:
    datas += collect_data_files("rfc3987_syntax")
