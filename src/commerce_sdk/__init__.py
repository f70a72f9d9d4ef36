"""An async SDK for commerce platforms.

    from commerce_sdk import CommerceClient, new_item

    async with CommerceClient.from_env() as commerce:
        item = new_item("<offering id>", quantities={"user": 100})
        placed = await commerce.orders.place(items=[item])
        order = await placed.result(deadline=600)

Names are loaded when they are first used: importing the package itself costs next to nothing.
"""

from commerce_sdk._names import NAMES
from commerce_sdk.lazy import lazily

_ROOMS = ("errors", "journeys", "models", "money", "sandbox")
__getattr__, __dir__ = lazily(globals(), NAMES, _ROOMS)
