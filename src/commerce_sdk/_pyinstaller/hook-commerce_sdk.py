"""Public names are loaded when they are first used. The sandbox comes along with who imports it."""

from __future__ import annotations

from PyInstaller.utils.hooks import collect_data_files, collect_submodules


def _is_of_the_client(name: str) -> bool:
    return not name.startswith(("commerce_sdk.sandbox", "commerce_sdk._pyinstaller"))


hiddenimports = collect_submodules("commerce_sdk", filter=_is_of_the_client)
datas = collect_data_files("commerce_sdk", includes=["py.typed"])
