"""Which of the workspaces that were found is meant: pure functions."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from commerce_sdk.errors import InvalidRequest
from commerce_sdk.runtime.call.findings import one_line
from commerce_sdk_api.admin.models import Workspace, WorkspaceSandboxType, WorkspaceStatus

_TYPE_KEYS = {"jira": "jira-software", "jsm": "jira-servicedesk", "confluence": "confluence"}
"""The products' names in programs. That of Jira is published; the others are those that the
platform's resource names have."""


def type_key(product: str) -> str:
    """The name that the platform has for a product: `jira`, `jsm` and `confluence` are short for
    theirs."""
    return _TYPE_KEYS.get(product.lower(), product)


def of_site(workspaces: Iterable[Workspace], site: str) -> list[Workspace]:
    """Those of a site, by its name, in which case does not count. One that does not say its name
    came to a search by that, so it may be one of them."""
    return [each for each in workspaces if name_of(each).casefold() in (site.casefold(), "")]


def unsaid(workspaces: Iterable[Workspace]) -> list[Workspace]:
    """Those that do not say of which site they are, or which product: they may be any."""
    return [each for each in workspaces if not (name_of(each) and type_of(each))]


def jira_family(workspaces: Iterable[Workspace]) -> list[Workspace]:
    """Those whose products are of the Jira family, which the names of all of them begin with."""
    return [each for each in workspaces if type_of(each).startswith("jira")]


def of_type(workspaces: Iterable[Workspace], key: str) -> list[Workspace]:
    """Those of one product."""
    return [each for each in workspaces if type_of(each) == key.lower()]


def online(workspaces: Iterable[Workspace]) -> list[Workspace]:
    """Those that can be used, and are no sandboxes."""
    return [each for each in workspaces if _is_online(each) and _is_no_sandbox(each)]


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


def listed(workspaces: Sequence[Workspace]) -> str:
    """Workspaces in words, the first few of them."""
    words = [_in_words(each) for each in workspaces[:_LISTED]]
    if len(workspaces) > _LISTED:
        words.append(f"and {len(workspaces) - _LISTED} more")
    return "; ".join(words) or "none"


_LISTED = 10


def _in_words(workspace: Workspace) -> str:
    attributes = workspace.attributes
    said: list[object] = [workspace.id, type_of(workspace) or workspace.type]
    if attributes is not None:
        said += [attributes.status, attributes.host_url]
        said += [] if _is_no_sandbox(workspace) else ["sandbox"]
    return ", ".join(filter(None, map(one_line, said))) or "one that says nothing of itself"


def _where(left: list[Workspace], is_right: Callable[[Workspace], bool]) -> list[Workspace]:
    right = [each for each in left if is_right(each)]
    return right if len(left) > 1 and right else left


def name_of(workspace: Workspace) -> str:
    """The name of a workspace's site; empty where it does not say it."""
    name: object = workspace.attributes.name if workspace.attributes is not None else None
    return name if isinstance(name, str) else ""


def type_of(workspace: Workspace) -> str:
    """The product of a workspace, by its name in programs; empty where it does not say it."""
    key: object = workspace.attributes.type_key if workspace.attributes is not None else None
    return key.lower() if isinstance(key, str) else ""


def _is_online(workspace: Workspace) -> bool:
    attributes = workspace.attributes
    return attributes is not None and attributes.status == WorkspaceStatus.ONLINE


def _is_no_sandbox(workspace: Workspace) -> bool:
    sandbox = workspace.attributes.sandbox if workspace.attributes is not None else None
    return sandbox is None or sandbox.type in (None, WorkspaceSandboxType.NONE)
