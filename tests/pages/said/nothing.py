"""The numbers that no constant of ours stands behind."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

NOTHING: Mapping[str, Sequence[str]] = {
    "README.md": ["off by a factor of a hundred", "## Ten lines"],
    "docs/commerce_layer.md": ["the organization of a hundred members is one object"],
    "docs/how-do-i.md": ["wait for its end: ten lines"],
    "docs/limits.md": ["milliseconds since 1970"],
    "docs/orders.md": ["One or ten thousand, on one schedule"],
    "docs/platform.md": ["whole minor units (775 above"],
    "docs/sandbox.md": [
        "what began on the 31st is billed",
        "a thousand steps take about 20 ms",
        "calls in a minute, of a credential",
        "are of the window of a minute",
    ],
    "docs/service.md": ["no port from 1 to 65535"],
}
"""Examples, dates, numbers of the world: no constant of ours stands behind them."""

EXEMPT = {"docs/api.md", "docs/benchmarks.md", "docs/limits_under_trouble.md"}
"""Pages that a program writes from the numbers themselves, and those of who works on the SDK."""
EXEMPT |= {"CONTRIBUTING.md", "openapi/README.md", "codegen/README.md"}
