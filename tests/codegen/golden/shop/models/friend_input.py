"""Generated from shop.yaml; not edited by hand."""

from __future__ import annotations

import attrs

from commerce_sdk.document.kinds import Text, on_wire
from commerce_sdk.document.request_model import RequestModel, hide_attributes


@attrs.frozen(kw_only=True, repr=False)
class FriendInput(RequestModel):
    """Who may come along."""

    word: str = attrs.field(metadata=on_wire("word", Text(secret=True), required=True, secret=True))
    """`word`."""

    def __attrs_post_init__(self) -> None:
        hide_attributes(self, "word")
