"""No secret of the client, of API credentials or of identity providers is in a repr, in a log, or
in what hooks are told; each is there under its own name."""

from __future__ import annotations

import logging
import pickle
from typing import Any

import httpx
import pytest

from commerce_sdk import ApiError, Hooks, Unprocessable
from commerce_sdk.commerce_layer.models import ApiCredential, IdentityProviderInput
from commerce_sdk.sandbox import COMMERCE_LAYER_CLIENT_SECRET
from tests.support.commerce_layer import LayerWorld

pytestmark = pytest.mark.anyio

SECRET = "idp-s3cr3t"
PROVIDER = {
    "name": "Okta",
    "client_id": "idp",
    "client_secret": SECRET,
    "issuer": "https://idp.example.com",
    "domains": "example.com",
    "token_url": "https://idp.example.com/token",
    "authorize_url": "https://idp.example.com/authorize",
    "jwks_url": "https://idp.example.com/jwks",
}


async def test_secrets_are_shown_nowhere(
    here: LayerWorld, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    shown: list[str] = []
    tell = {
        name: lambda event: shown.append(repr(event)) for name in ("request", "response", "end")
    }
    layer = await here.client(hooks=Hooks(**tell))
    provider = await layer.identity_providers.create(**PROVIDER)  # type: ignore[arg-type]
    again = await layer.identity_providers.update(provider.id, client_secret=f"{SECRET}-2")
    assert (provider.client_secret, again.client_secret) == (SECRET, f"{SECRET}-2")
    credential = await layer.api_credentials.list(include=["organization"]).first()
    assert credential is not None
    assert credential.client_secret
    with pytest.raises(ApiError) as refused:
        await layer.identity_providers.create(**{**PROVIDER, "name": " "})  # type: ignore[arg-type]
    page = await anext(layer.api_credentials.list().pages())
    shown += map(repr, [layer, provider, again, credential, credential.organization, page])
    shown += [str(refused.value), repr(refused.value), repr(refused.value.problems), caplog.text]
    shown += [str(pickle.loads(pickle.dumps(credential)))]
    shown += [repr(IdentityProviderInput(**PROVIDER))]
    token = here.transport.requests[1].headers["authorization"].removeprefix("Bearer ")
    secrets = [SECRET, COMMERCE_LAYER_CLIENT_SECRET, token, credential.client_secret]
    secrets += [each.client_secret or "" for each in page.items]
    assert all(secrets)
    assert [each for each in secrets for text in shown if each in text] == []
    assert "client_secret=" in repr(provider)


async def test_what_is_read_has_its_secret_in_to_dict(here: LayerWorld) -> None:
    layer = await here.client()
    credential = await layer.api_credentials.list().first()
    assert credential is not None
    kept = ApiCredential.from_dict(credential.to_dict())
    assert kept.client_secret == credential.client_secret
    assert credential.client_secret not in (repr(kept), str(kept))


async def test_an_error_that_echoes_a_secret_shows_none(here: LayerWorld) -> None:
    async def echo(request: httpx.Request, below: Any) -> httpx.Response:
        said = f"client_secret - {SECRET} is too short"
        error = {"title": said, "detail": said, "code": "VALIDATION_ERROR", "status": "422"}
        return httpx.Response(422, json={"errors": [error]})

    layer = await here.client()
    await layer.user.get()
    here.transport.faults["POST"].append(echo)
    with pytest.raises(Unprocessable) as refused:
        await layer.identity_providers.create(**PROVIDER)  # type: ignore[arg-type]
    assert SECRET not in f"{refused.value!r}{refused.value}{refused.value.problems}"
