"""What is provisioned by which offering, and the sites that are there from the beginning."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from dataclasses import dataclass

ORGANIZATION = "3f1f3d1e-6c1c-4f0e-9a57-0c2b5c1f7a11"


@dataclass(frozen=True)
class Product:
    """A product as workspaces show it, in one of its plans. Its entitlements are in a container of
    its family, where it has one, and are for so many of `element`."""

    type_key: str
    type: str
    plan_key: str
    plan: str
    element: str = "user"
    container: str | None = None

    @property
    def key(self) -> str:
        """What its entitlements call it."""
        return f"{self.type_key}.ondemand"


JIRA_CONTAINER = "009f8789-c10c-4366-9420-f712d02a6499"
"""The offering of the container that the products of the Jira family are in."""
JIRA = "799958b5-36bb-4a3d-9289-9fd2986352a7"
JIRA_PREMIUM = "6dd805b4-da75-4374-a7a7-cf0b12f7ea07"
JSM = "4021727f-e6d1-47ad-be64-2367755f5c51"
CONFLUENCE = "39605741-b92f-4763-8229-7bba2d16433c"

PRODUCTS: Mapping[str, Product] = {
    JIRA: Product(
        "jira-software", "Jira Software", "enterprise", "Enterprise", container=JIRA_CONTAINER
    ),
    JIRA_PREMIUM: Product(
        "jira-software", "Jira Software", "premium", "Premium", container=JIRA_CONTAINER
    ),
    JSM: Product(
        *("jira-servicedesk", "Jira Service Management", "enterprise", "Enterprise", "agent"),
        container=JIRA_CONTAINER,
    ),
    CONFLUENCE: Product("confluence", "Confluence", "enterprise", "Enterprise"),
}
"""By the offerings of the cookbook."""

ANOTHER = Product("platform", "Another product", "standard", "Standard")
"""What is provisioned by any other offering."""


def fixed_id(name: str) -> str:
    """The id of a thing that is the same in every sandbox."""
    return str(uuid.uuid5(uuid.UUID(ORGANIZATION), name))


@dataclass(frozen=True)
class Site:
    """A site that an organization has from the beginning, with products by their offerings; all of
    them have its status, and are sandboxes of those of the first site of its name or are not."""

    name: str
    offerings: tuple[str, ...] = ()
    status: str = "online"
    is_sandbox: bool = False


SITES = (
    Site("acme", (JIRA,)),
    Site("wiki", (CONFLUENCE,)),
    Site("bare"),
    Site("twins", (JIRA,)),
    Site("twins", (JIRA,)),
    Site("globex", (JIRA,)),
    Site("globex", (JIRA,), status="offline"),
    Site("globex", (JIRA,), is_sandbox=True),
)
"""One with Jira, one with Confluence alone, one with nothing; one whose name two have; and one
beside which an offline one and a sandbox stand."""
