"""What the platform answers with: one resource of each type, as it comes when nothing is included."""

from __future__ import annotations

from typing import Any

JSON_API = {"Content-Type": "application/vnd.api+json"}
ONE_PAGE = {"record_count": 1, "page_count": 1}
BESIDES: dict[str, Any] = {
    "created_at": "2026-01-02T03:04:05.678Z",
    "updated_at": "2026-02-03T04:05:06.789Z",
    "reference": None,
    "reference_origin": None,
    "metadata": {},
}
"""Attributes that every resource has."""

ORGANIZATION: dict[str, Any] = {
    "id": "enWoxFMOnp",
    "type": "organizations",
    "attributes": {
        "name": "The Blue Brand",
        "slug": "the-blue-brand",
        "domain": "the-blue-brand.commercelayer.io",
        "support_phone": "+01 30800857",
        "support_email": None,
        "region": "eu-west-1",
        "can_switch_live": False,
        "config": None,
        **BESIDES,
    },
}
ROLE: dict[str, Any] = {
    "id": "rLmDkPqZoN",
    "type": "roles",
    "attributes": {"name": "Editors", "kind": "custom", **BESIDES},
}
MEMBERSHIP: dict[str, Any] = {
    "id": "mWbXyTgHsA",
    "type": "memberships",
    "attributes": {
        "user_email": "jane@example.com",
        "user_first_name": "Jane",
        "user_last_name": "Doe",
        "status": "pending",
        "owner": False,
        "test_enabled": True,
        "access_scope": "all_access",
        **BESIDES,
    },
}
PROFILE: dict[str, Any] = {
    "id": "pFvNdRcJiE",
    "type": "membership_profiles",
    "attributes": {
        "name": "Support",
        "test_enabled": True,
        "access_scope": "live_access",
        **BESIDES,
    },
}
APPLICATION: dict[str, Any] = {
    "id": "aQzUkLwGtB",
    "type": "application_memberships",
    "attributes": {"filters": {"market_id_in": ["a", "b"]}, **BESIDES},
}
CREDENTIAL: dict[str, Any] = {
    "id": "cYxOeVhSmD",
    "type": "api_credentials",
    "attributes": {
        "name": "Back office",
        "kind": "integration",
        "confidential": True,
        "redirect_uri": None,
        "client_id": "the-client-id",
        "client_secret": "the-client-secret",
        "scopes": "market:all",
        "expires_in": 7200,
        "mode": "live",
        "custom": False,
        **BESIDES,
    },
}
PROVIDER: dict[str, Any] = {
    "id": "iPtCgBnKrF",
    "type": "identity_providers",
    "attributes": {
        "name": "Okta",
        "client_id": "okta-client",
        "client_secret": "okta-secret",
        "issuer": "https://example.okta.com",
        "status": "pending",
        "domains": "example.com,example.org",
        "token_url": "https://example.okta.com/token",
        "authorize_url": "https://example.okta.com/authorize",
        "jwks_url": "https://example.okta.com/keys",
        "txt_record": "commercelayer-verification=0123",
        "organization": None,
        "disabled_at": None,
        **BESIDES,
    },
}
PERMISSION: dict[str, Any] = {
    "id": "sJdAfWuIoX",
    "type": "permissions",
    "attributes": {
        "can_create": True,
        "can_read": True,
        "can_update": False,
        "can_destroy": False,
        "subject": "orders",
        "restrictions": {},
        **BESIDES,
    },
}
VERSION: dict[str, Any] = {
    "id": "vKqMzEyLbH",
    "type": "versions",
    "attributes": {
        "resource_type": "roles",
        "resource_id": "rLmDkPqZoN",
        "event": "update",
        "changes": {"name": ["Writers", "Editors"]},
        "who": {"email": "jane@example.com"},
        "created_at": "2026-01-02T03:04:05.678Z",
        "updated_at": "2026-01-02T03:04:05.678Z",
    },
}
USER: dict[str, Any] = {
    "id": "uTrZsPjNcG",
    "type": "users",
    "attributes": {
        "email": "jane@example.com",
        "first_name": "Jane",
        "last_name": "Doe",
        "time_zone": "Europe/Rome",
        "otp_required_for_login": False,
        **BESIDES,
    },
}
