"""The code that is to be tested."""

from commerce_sdk import CommerceClient, new_item


async def buy(commerce: CommerceClient, order_id: str, offering: str, users: int) -> str | None:
    """Buys an offering, and gives the slug of the order once it is through."""
    item = new_item(offering, quantities={"user": users})
    placed = await commerce.orders.place(items=[item], order_id=order_id)
    order = await placed.result(deadline=600)
    return order.slug


async def bought(commerce: CommerceClient) -> list[str | None]:
    """The slugs of all orders."""
    return [order.slug async for order in commerce.orders.list()]
