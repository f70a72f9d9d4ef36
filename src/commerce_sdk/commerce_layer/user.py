"""The `user` namespace of the client."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from msgspec import UNSET, UnsetType

from commerce_sdk.commerce_layer.resources import Resources
from commerce_sdk_api.commerce_layer import models
from commerce_sdk_api.commerce_layer.api import user as operations
from commerce_sdk_api.commerce_layer.models import User

if TYPE_CHECKING:
    from commerce_sdk_api.commerce_layer.resource_types import Fields, UserField


class CurrentUser(Resources[User]):
    """Read and change the user that the credential belongs to."""

    resource = "users"
    singular = "user"

    async def get(self, *, fields: Sequence[UserField] | Fields | None = None) -> User:
        """Read the user.

        Args:
            fields: The only attributes that are to come.

        Raises:
            InvalidRequest: a name of an attribute that there is not.
            CommerceError: what any call raises.
        """
        return await self._core.ask(operations.get_user.build(**self._shown((), fields)))

    async def update(
        self,
        *,
        email: str | UnsetType = UNSET,
        first_name: str | UnsetType = UNSET,
        last_name: str | UnsetType = UNSET,
        time_zone: str | UnsetType | None = UNSET,
        reference: str | UnsetType | None = UNSET,
        reference_origin: str | UnsetType | None = UNSET,
        metadata: Mapping[str, Any] | UnsetType | None = UNSET,
        fields: Sequence[UserField] | Fields | None = None,
    ) -> User:
        """Change the user. Only what is given is sent, and changes.

        Args:
            email: The person's e-mail address.
            first_name: The person's first name.
            last_name: The person's last name.
            time_zone: The person's time zone; None takes it away.
            reference: What the caller knows it by, which need not be unique; None takes it away.
            reference_origin: Where the reference comes from; None takes it away.
            metadata: What the caller keeps with it, of any shape; None takes it away.
            fields: The only attributes and relationships that are to come.

        Raises:
            InvalidRequest: nothing is given that is to change.
        """
        body = models.UserUpdateInput(
            email=email,
            first_name=first_name,
            last_name=last_name,
            time_zone=time_zone,
            reference=reference,
            reference_origin=reference_origin,
            metadata=metadata,
        )
        return await self._update(operations.update_user.build, body, (), fields)
