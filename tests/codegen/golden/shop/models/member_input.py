"""Generated from shop.yaml; not edited by hand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import attrs
from msgspec import UNSET, UnsetType

from commerce_sdk.document.bounds import Bounded, Length, Matches, Range
from commerce_sdk.document.container_kinds import ListOf, MapOf, Nested
from commerce_sdk.document.kinds import Integer, Text, on_wire
from commerce_sdk.document.request_model import RequestModel, hide_attributes


@attrs.frozen(kw_only=True, repr=False)
class MemberInput(RequestModel):
    """A member."""

    name: str = attrs.field(metadata=on_wire("name", Text(), required=True))
    """`name`."""
    password: str = attrs.field(
        metadata=on_wire(
            "password",
            Bounded(Text(secret=True), (Length(least=8), Matches("[0-9]"))),
            required=True,
            secret=True,
        )
    )
    """`password`."""
    pin: int | None | UnsetType = attrs.field(
        default=UNSET,
        metadata=on_wire(
            "pin", Bounded(Integer(32), (Range(least=1000),)), nullable=True, secret=True
        ),
    )
    """`pin`."""
    hints: Sequence[str] | UnsetType = attrs.field(
        default=UNSET,
        metadata=on_wire(
            "hints", ListOf(Bounded(Text(secret=True), (Length(most=10),))), secret=True
        ),
    )
    """`hints`."""
    answers: Mapping[str, str] | UnsetType = attrs.field(
        default=UNSET, metadata=on_wire("answers", MapOf(Text(secret=True)), secret=True)
    )
    """`answers`."""
    backup: BackupInput | None | UnsetType = attrs.field(
        default=UNSET,
        metadata=on_wire("backup", Nested(lambda: BackupInput), nullable=True, secret=True),
    )
    """Another way in."""
    friends: Sequence[FriendInput] | UnsetType = attrs.field(
        default=UNSET, metadata=on_wire("friends", ListOf(Nested(lambda: FriendInput)))
    )
    """`friends`."""

    def __attrs_post_init__(self) -> None:
        hide_attributes(self, "password", "pin", "hints", "answers", "backup")


from .backup_input import BackupInput  # noqa: E402
from .friend_input import FriendInput  # noqa: E402
