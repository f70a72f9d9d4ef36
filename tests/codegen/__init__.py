"""Tests of the programs that read documents, a folder a room where one has tests of its own."""
