"""The `articles` namespace of the shop."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from decimal import Decimal
from typing import ClassVar

from commerce_sdk.money import Money
from commerce_sdk.runtime.namespace import Namespace
from tests.codegen.golden.shop import models
from tests.codegen.golden.shop.api import articles


class Articles(Namespace):
    """Find and change articles, and let members in."""

    aliases: ClassVar[dict[str, str]] = {
        "q": "words",
        "from": "since",
        "x_trace": "trace",
        "x_word": "word",
    }

    async def find(
        self,
        words: str,
        *,
        limit: int | None = None,
        share: Decimal | int | None = None,
        since: datetime.date | None = None,
        colours: Sequence[models.Colour | str] | None = None,
        up_to: Money | None = None,
        trace: str | None = None,
        currency: str | None = None,
    ) -> models.Articles:
        """Articles by words, with their bounds."""
        return await self._core.ask(
            articles.find_articles.build(
                q=words,
                limit=limit,
                share=share,
                from_=since,
                colours=colours,
                up_to=up_to,
                x_trace=trace,
                currency=currency,
            )
        )

    async def change(self, sku: str, changes: models.ArticleChange) -> models.Article:
        """Change an article, prices included: they say their currency."""
        return await self._core.ask(articles.change_article.build(sku=sku, body=changes))

    async def change_fees(
        self, sku: str, changes: models.FeesChange, *, currency: str | None = None
    ) -> None:
        """Change the fees, which do not say what they are in."""
        await self._core.ask(articles.change_fees.build(sku=sku, body=changes, currency=currency))

    async def add_member(self, member: models.MemberInput) -> models.Member:
        """Let somebody in."""
        return await self._core.ask(articles.add_member.build(body=member))

    async def member(
        self,
        invitation: str,
        *,
        code: str | None = None,
        full: bool | None = None,
        word: str | None = None,
    ) -> models.Member:
        """A member, by what must not be seen."""
        return await self._core.ask(
            articles.get_member.build(invitation=invitation, code=code, full=full, x_word=word)
        )
