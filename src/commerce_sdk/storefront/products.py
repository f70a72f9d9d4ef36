"""The `products` namespace of the storefront's client."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import UNSET, UnsetType

from commerce_sdk.errors import InvalidRequest
from commerce_sdk.money import Money
from commerce_sdk.runtime.call.answers import about, named
from commerce_sdk.runtime.lists.listing import paginate
from commerce_sdk.runtime.namespace import Namespace
from commerce_sdk_api.storefront import api, models

if TYPE_CHECKING:
    from commerce_sdk.runtime.lists.paginator import Paginator
    from commerce_sdk_api.storefront.models import Category, Product, ProductSort, SortOrder


class Products(Namespace):
    """Read and write what is for sale. Prices are `Money`. Writes are never sent twice: after an
    unclear failure (`maybe_applied`) read before you write again."""

    def list(
        self,
        *,
        search: str | None = None,
        category: Category | str | None = None,
        active: bool | None = None,
        sort: ProductSort | str | None = None,
        order: SortOrder | str | None = None,
        page_size: int | None = None,
        unique: bool = False,
        deadline: float | None = None,
    ) -> Paginator[Product]:
        """The products: `async for product in …`, or `.pages()`, `.first()`, `.collect()`.

        Pages are counted by number: where products are added or deleted meanwhile, one may come
        twice, and one may be missed.

        Args:
            search: Words to find in the name and the description.
            category: Only products of this category.
            active: Only those that are for sale (True), or only those that are not (False).
            sort: What they are sorted by: `name`, `price`, `stock` or `createdAt`; left out, the
                platform sorts by `createdAt`.
            order: `asc` or `desc`; left out, the platform takes `desc`.
            page_size: The most products to a page, 100 at the most; left out, the platform's own.
            unique: Leave out what came before in the same iteration; its ids are kept for that.
            deadline: Seconds for the whole iteration, the SDK's own time only.

        Raises:
            InvalidRequest: at once, for a value that the document forbids.
            CommerceError: while iterating, what any call raises, or `PaginationError`; with the
                last good `cursor`.
        """
        return paginate(
            self._core,
            api.products.list_products.build(
                search=search,
                category=category,
                active=active,
                sort=sort,
                order=order,
                page_size=page_size,
            ),
            unique=unique,
            deadline=deadline,
        )

    async def get(self, product_id: str) -> Product:
        """A product. Raises `NotFound`; whether one that was deleted is still found is not
        published."""
        return await self._core.ask(
            api.products.get_product.build(product_id=product_id),
            check=about(product_id, "product_id"),
        )

    async def create(
        self,
        *,
        sku: str,
        name: str,
        price: Money,
        stock: int,
        category: Category | str,
        description: str | UnsetType | None = UNSET,
        image_url: str | UnsetType | None = UNSET,
        active: bool | UnsetType = UNSET,
    ) -> Product:
        """Add a product; takes the permission `products:write`.

        Args:
            sku: What you know it by; no other product may have it.
            name: Its name, 200 characters at the most.
            price: The price of one, exact in its currency, which goes along.
            stock: How many there are to order.
            category: `footwear`, `apparel`, `accessories`, `electronics` or `home`.
            description: What it is, for people.
            image_url: The address of a picture.
            active: Whether it is for sale at once; left out, the platform takes True.

        Raises:
            Conflict: another product has this SKU, so none was added. After a call that ended
                unclear it may be that call's, which only looking through `list` can tell.
        """
        body = models.ProductInput(
            sku=sku,
            name=name,
            description=description,
            price=price,
            # What is no amount is refused as a price.
            currency=price.currency if isinstance(price, Money) else "",
            stock=stock,
            category=category,
            image_url=image_url,
            active=active,
        )
        return await self._core.ask(
            api.products.create_product.build(body=body), check=named("product_id")
        )

    async def update(
        self,
        product_id: str,
        *,
        sku: str | UnsetType = UNSET,
        name: str | UnsetType = UNSET,
        description: str | UnsetType | None = UNSET,
        price: Money | UnsetType = UNSET,
        stock: int | UnsetType = UNSET,
        category: Category | str | UnsetType = UNSET,
        image_url: str | UnsetType | None = UNSET,
        active: bool | UnsetType = UNSET,
    ) -> Product:
        """Change a product. Only what is given is sent, and changes.

            await shop.products.update(product_id, price=Money.of("44.50", "USD"))

        Args:
            product_id: The product's id.
            sku: What you know it by; no other product may have it.
            name: Its name, 200 characters at the most.
            description: What it is, for people; None takes it away.
            price: The price of one; its currency goes along, and becomes the product's.
            stock: How many there are to order.
            category: `footwear`, `apparel`, `accessories`, `electronics` or `home`.
            image_url: The address of a picture; None takes it away.
            active: Whether it is for sale.

        Raises:
            NotFound: there is no such product.
            InvalidRequest: nothing is given that is to change.
        """
        changes = {
            "sku": sku,
            "name": name,
            "description": description,
            "price": price,
            "stock": stock,
            "category": category,
            "image_url": image_url,
            "active": active,
        }
        if all(value is UNSET for value in changes.values()):
            takes = ", ".join(f"{keyword}=" for keyword in changes)
            raise InvalidRequest(f"nothing is to change; give one of {takes}")
        body = models.ProductUpdateInput(
            sku=sku,
            name=name,
            description=description,
            price=price,
            stock=stock,
            category=category,
            image_url=image_url,
            active=active,
        )
        return await self._core.ask(
            api.products.update_product.build(product_id=product_id, body=body),
            check=about(product_id, "product_id"),
        )

    async def delete(self, product_id: str) -> None:
        """Take a product out of the catalogue. Orders that refer to it stay as they are. Raises
        `NotFound`."""
        await self._core.ask(api.products.delete_product.build(product_id=product_id))
