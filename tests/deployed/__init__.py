"""Tests of the package where it is an archive, has no sources, or is frozen by PyInstaller."""
