"""Imports every part of the table, which fills it."""

from tests.codegen.constructs import (  # noqa: F401
    answers,
    bodies,
    containers,
    data,
    documents,
    extensions,
    keywords,
    lists,
    misplaced,
    names,
    parameters,
    places,
    property_names,
    refused_parameters,
    sent,
    statuses,
    unions,
    values,
    wrapped,
)
