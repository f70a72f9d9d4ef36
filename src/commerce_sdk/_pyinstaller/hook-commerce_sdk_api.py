"""Models and operations are loaded when they are first used."""

from __future__ import annotations

from PyInstaller.utils.hooks import collect_data_files, collect_submodules

hiddenimports = collect_submodules("commerce_sdk_api")
datas = collect_data_files("commerce_sdk_api", includes=["py.typed"])
