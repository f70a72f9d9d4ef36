"""Tests of the programs that read documents, a folder for each room of `codegen/`."""
