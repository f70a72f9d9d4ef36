"""Which of the workspaces that were found is meant: pure functions."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from commerce_sdk.errors import InvalidRequest
from commerce_sdk_api.admin.models import Workspace, WorkspaceSandboxType, WorkspaceStatus

_TYPE_KEYS = {"jira": "jira-software", "jsm": "jira-servicedesk", "confluence": "confluence"}
"""The products' names in programs. That of Jira is published; the others are those that the
platform's resource names have."""


def type_key(product: str) -> str:
    """The name that the platform has for a product: `jira`, `jsm` and `confluence` are short for
    theirs."""
    return _TYPE_KEYS.get(product.lower(), product)


def of_site(workspaces: Iterable[Workspace], site: str) -> list[Workspace]:
    """Those of a site, by its exact name."""
    return [each for each in workspaces if _name(each).casefold() == site.casefold()]


def jira_family(workspaces: Iterable[Workspace]) -> list[Workspace]:
    """Those whose products are of the Jira family, which the names of all of them begin with."""
    return [each for each in workspaces if type_of(each).startswith("jira")]


def of_type(workspaces: Iterable[Workspace], key: str) -> list[Workspace]:
    """Those of one product."""
    return [each for each in workspaces if type_of(each) == key.lower()]


def narrowed(workspaces: Sequence[Workspace]) -> list[Workspace]:
    """Where there are several, those that are online; then those that are no sandboxes."""
    left = list(workspaces)
    for is_right in (_is_online, _is_no_sandbox):
        left = _where(left, is_right)
    return left


def ambiguous(site: str, workspaces: Sequence[Workspace], way_on: str) -> InvalidRequest:
    """The error where several are left."""
    return InvalidRequest(
        f"{len(workspaces)} workspaces of {site!r} may be meant: {listed(workspaces)}; "
        f"give {way_on}",
        path="site",
    )


def listed(workspaces: Iterable[Workspace]) -> str:
    """Workspaces in words."""
    return "; ".join(map(_in_words, workspaces)) or "none"


def _in_words(workspace: Workspace) -> str:
    attributes = workspace.attributes
    said = [str(workspace.id), type_of(workspace) or str(workspace.type)]
    if attributes is not None:
        said += [str(each) for each in (attributes.status, attributes.host_url) if each]
        if not _is_no_sandbox(workspace):
            said.append("sandbox")
    return ", ".join(said)


def _where(left: list[Workspace], is_right: Callable[[Workspace], bool]) -> list[Workspace]:
    right = [each for each in left if is_right(each)]
    return right if len(left) > 1 and right else left


def _name(workspace: Workspace) -> str:
    attributes = workspace.attributes
    return (attributes.name if attributes is not None else None) or ""


def type_of(workspace: Workspace) -> str:
    """The product of a workspace, by its name in programs."""
    attributes = workspace.attributes
    return ((attributes.type_key if attributes is not None else None) or "").lower()


def _is_online(workspace: Workspace) -> bool:
    attributes = workspace.attributes
    return attributes is not None and attributes.status == WorkspaceStatus.ONLINE


def _is_no_sandbox(workspace: Workspace) -> bool:
    sandbox = workspace.attributes.sandbox if workspace.attributes is not None else None
    return sandbox is None or sandbox.type in (None, WorkspaceSandboxType.NONE)
