"""What is built for each operation of the storefront, against Prism, which judges requests by the
document itself."""

from __future__ import annotations

from collections.abc import Callable

import httpx
import pytest

from tests.contract.prism.conftest import Prism
from tests.openapi.storefront_requests import SENT


@pytest.mark.parametrize("operation", SENT)
def test_what_is_built_is_what_the_document_allows(
    operation: str, prism_of: Callable[[str], Prism]
) -> None:
    request, _ = SENT[operation]
    headers = {"Authorization": "Bearer a-token"} if request.operation.security != () else {}
    headers |= {"Content-Type": request.content_type} if request.body is not None else {}

    answer = httpx.request(
        request.operation.method,
        prism_of("storefront").url + request.path,
        content=request.body,
        headers=headers,
    )

    assert answer.status_code in request.operation.answers, answer.text
    assert "sl-violations" not in answer.headers, answer.headers["sl-violations"]


def test_what_the_document_forbids_is_refused(prism_of: Callable[[str], Prism]) -> None:
    url = prism_of("storefront").url + "/auth/login"

    answer = httpx.post(url, json={"email": "jane@example.com"})

    assert answer.status_code == 422
