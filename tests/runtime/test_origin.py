"""Which server a client calls, in one spelling."""

from __future__ import annotations

import pytest

from commerce_sdk import CommerceClient, StorefrontClient


@pytest.mark.parametrize(
    ("base_url", "origin"),
    [
        ("https://api.example.com/commerce/api", "https://api.example.com"),
        ("https://api.example.com", "https://api.example.com"),
        ("HTTPS://API.Example.COM:443/x", "https://api.example.com"),
        ("https://api.example.com./x", "https://api.example.com"),
        ("https://api.example.com.:8443/x", "https://api.example.com:8443"),
        ("https://api.example.com:80", "https://api.example.com:80"),
        ("http://127.0.0.1:80/x", "http://127.0.0.1"),
        ("http://127.0.0.1:8080", "http://127.0.0.1:8080"),
        ("http://127.0.0.1:443", "http://127.0.0.1:443"),
        ("http://[::1]:8080/x", "http://[::1]:8080"),
        ("http://[0:0::1]:8080", "http://[::1]:8080"),
        ("http://[0000:0:0:0:0:0:0:0001]", "http://[::1]"),
        ("https://[2001:DB8:0:0::00A]:443/x", "https://[2001:db8::a]"),
        ("https://[::ffff:192.0.2.1]", "https://[::ffff:c000:201]"),
        ("https://[::ffff:C000:0201]", "https://[::ffff:c000:201]"),
        ("https://b\u00fccher.example", "https://xn--bcher-kva.example"),
        ("https://XN--bcher-kva.example", "https://xn--bcher-kva.example"),
    ],
)
def test_the_origin_of_a_client(base_url: str, origin: str) -> None:
    assert CommerceClient(token="t", base_url=base_url).origin == origin
    assert StorefrontClient(token="t", base_url=base_url).origin == origin


def test_the_documents_own_server_and_a_clone_have_one() -> None:
    client = CommerceClient(token="t")
    assert client.origin.startswith("https://")
    assert client.origin.count("/") == 2
    assert client.with_options(deadline=1).origin == client.origin
