"""Generated from openapi/commerce_layer.yaml; not edited by hand."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from decimal import Decimal
from typing import Any, ClassVar

from commerce_sdk.document.attributes import number
from commerce_sdk.document.instants import parse_rfc3339
from commerce_sdk.document.json_api.not_loaded import NotLoaded
from commerce_sdk.document.json_api.resource import Resource
from commerce_sdk.document.reading import whole_number


class Organization(Resource, frozen=True, eq=False):
    """An organization, with its settings."""

    wire_type: ClassVar[str] = "organizations"
    known: ClassVar[frozenset[str]] = frozenset(
        {
            "name",
            "support_phone",
            "support_email",
            "logo_url",
            "favicon_url",
            "primary_color",
            "contrast_color",
            "gtm_id",
            "gtm_id_test",
            "region",
            "config",
            "slug",
            "domain",
            "can_switch_live",
            "subscription_info",
            "api_auth_redirect",
            "api_rules_engine",
            "api_rules_engine_max_conditions_size",
            "api_rules_engine_max_rules_size",
            "api_new_auth",
            "api_purge_single_resource",
            "api_max_regex_length",
            "addresses_avs_check",
            "addresses_phone_required",
            "orders_sales_channel_guest_only",
            "orders_min_rebuild_shipments_lapse",
            "orders_min_refresh_lapse",
            "orders_autorefresh_cutoff_test",
            "orders_autorefresh_cutoff_live",
            "orders_number_editable_test",
            "orders_number_editable_live",
            "orders_number_as_reference",
            "orders_invalid_coupon_errors",
            "orders_invalid_gift_card_errors",
            "orders_validate_shipping_stock",
            "bundles_max_items_count",
            "coupons_min_code_length",
            "coupons_max_code_length",
            "gift_cards_exact_code_matching",
            "gift_cards_min_code_length",
            "gift_cards_max_code_length",
            "cleanups_max_concurrent_count",
            "exports_max_concurrent_count",
            "imports_max_concurrent_count",
            "imports_purge_cache",
            "imports_skip_errors",
            "inventory_models_max_stock_locations_cutoff",
            "promotions_max_concurrent_count",
            "promotions_max_conditions_size",
            "promotions_max_rules_size",
            "price_lists_max_conditions_size",
            "price_lists_max_rules_size",
            "imports_trigger_webhooks",
            "discount_engines_enabled",
            "discount_engines_errors",
            "tags_max_name_length",
            "tags_max_allowed_number",
            "tax_calculators_errors",
            "external_promotions_errors",
            "external_prices_errors",
            "created_at",
            "updated_at",
            "reference",
            "reference_origin",
            "metadata",
            "memberships",
            "roles",
            "permissions",
            "api_credentials",
        }
    )
    shapes: ClassVar[Mapping[str, type]] = {
        "config": dict,
        "subscription_info": dict,
        "metadata": dict,
    }

    @property
    def name(self) -> str | None:
        """What it is called."""
        return self._attributes.get("name")

    @property
    def support_phone(self) -> str | None:
        """The phone number of its support."""
        return self._attributes.get("support_phone")

    @property
    def support_email(self) -> str | None:
        """The e-mail address of its support."""
        return self._attributes.get("support_email")

    @property
    def logo_url(self) -> str | None:
        """The address of its logo."""
        return self._attributes.get("logo_url")

    @property
    def favicon_url(self) -> str | None:
        """The address of its small icon."""
        return self._attributes.get("favicon_url")

    @property
    def primary_color(self) -> str | None:
        """Its first colour, as in CSS."""
        return self._attributes.get("primary_color")

    @property
    def contrast_color(self) -> str | None:
        """Its second colour, as in CSS."""
        return self._attributes.get("contrast_color")

    @property
    def gtm_id(self) -> str | None:
        """Its id at Google Tag Manager, for live data."""
        return self._attributes.get("gtm_id")

    @property
    def gtm_id_test(self) -> str | None:
        """Its id at Google Tag Manager, for test data."""
        return self._attributes.get("gtm_id_test")

    @property
    def region(self) -> str | None:
        """Where it is served from. Left out, the platform takes `eu-west-1`."""
        return self._attributes.get("region")

    @property
    def config(self) -> dict[str, Any] | None:
        """The settings of its applications."""
        return self._attributes.get("config")

    @property
    def slug(self) -> str | None:
        """Its name in addresses."""
        return self._attributes.get("slug")

    @property
    def domain(self) -> str | None:
        """Where its API is served."""
        return self._attributes.get("domain")

    @property
    def can_switch_live(self) -> bool | None:
        """Whether it may go live."""
        return self._attributes.get("can_switch_live")

    @property
    def subscription_info(self) -> dict[str, Any] | None:
        """Its plan, with the `limits` and the `totals` used."""
        return self._attributes.get("subscription_info")

    @property
    def api_auth_redirect(self) -> bool | None:
        """Whether its authorization redirects."""
        return self._attributes.get("api_auth_redirect")

    @property
    def api_rules_engine(self) -> bool | None:
        """Whether the rules engine is on."""
        return self._attributes.get("api_rules_engine")

    @property
    def api_rules_engine_max_conditions_size(self) -> int | None:
        """The most conditions of a rule."""
        value = self._attributes.get("api_rules_engine_max_conditions_size")
        return None if value is None else whole_number(value, "$")

    @property
    def api_rules_engine_max_rules_size(self) -> int | None:
        """The most rules of the rules engine."""
        value = self._attributes.get("api_rules_engine_max_rules_size")
        return None if value is None else whole_number(value, "$")

    @property
    def api_new_auth(self) -> bool | None:
        """Whether it uses the newer authorization."""
        return self._attributes.get("api_new_auth")

    @property
    def api_purge_single_resource(self) -> bool | None:
        """Whether a single resource can be purged from the cache."""
        return self._attributes.get("api_purge_single_resource")

    @property
    def api_max_regex_length(self) -> int | None:
        """The longest regular expression, in characters."""
        value = self._attributes.get("api_max_regex_length")
        return None if value is None else whole_number(value, "$")

    @property
    def addresses_avs_check(self) -> bool | None:
        """Whether addresses are verified."""
        return self._attributes.get("addresses_avs_check")

    @property
    def addresses_phone_required(self) -> bool | None:
        """Whether an address needs a phone number."""
        return self._attributes.get("addresses_phone_required")

    @property
    def orders_sales_channel_guest_only(self) -> bool | None:
        """Whether sales channels take orders of guests only."""
        return self._attributes.get("orders_sales_channel_guest_only")

    @property
    def orders_min_rebuild_shipments_lapse(self) -> Decimal | None:
        """The least time between two rebuilds of an order's shipments, in a unit that is not
        published."""
        value = self._attributes.get("orders_min_rebuild_shipments_lapse")
        return None if value is None else number(value)

    @property
    def orders_min_refresh_lapse(self) -> Decimal | None:
        """The least time between two refreshes of an order, in a unit that is not published."""
        value = self._attributes.get("orders_min_refresh_lapse")
        return None if value is None else number(value)

    @property
    def orders_autorefresh_cutoff_test(self) -> int | None:
        """Orders with so many lines are not refreshed by themselves, of test data."""
        value = self._attributes.get("orders_autorefresh_cutoff_test")
        return None if value is None else whole_number(value, "$")

    @property
    def orders_autorefresh_cutoff_live(self) -> int | None:
        """Orders with so many lines are not refreshed by themselves, of live data."""
        value = self._attributes.get("orders_autorefresh_cutoff_live")
        return None if value is None else whole_number(value, "$")

    @property
    def orders_number_editable_test(self) -> bool | None:
        """Whether an order's number can be given, of test data."""
        return self._attributes.get("orders_number_editable_test")

    @property
    def orders_number_editable_live(self) -> bool | None:
        """Whether an order's number can be given, of live data."""
        return self._attributes.get("orders_number_editable_live")

    @property
    def orders_number_as_reference(self) -> bool | None:
        """Whether an order's number is its reference too."""
        return self._attributes.get("orders_number_as_reference")

    @property
    def orders_invalid_coupon_errors(self) -> bool | None:
        """Whether an invalid coupon is an error."""
        return self._attributes.get("orders_invalid_coupon_errors")

    @property
    def orders_invalid_gift_card_errors(self) -> bool | None:
        """Whether an invalid gift card is an error."""
        return self._attributes.get("orders_invalid_gift_card_errors")

    @property
    def orders_validate_shipping_stock(self) -> bool | None:
        """Whether stock is checked before shipping."""
        return self._attributes.get("orders_validate_shipping_stock")

    @property
    def bundles_max_items_count(self) -> int | None:
        """The most items of a bundle."""
        value = self._attributes.get("bundles_max_items_count")
        return None if value is None else whole_number(value, "$")

    @property
    def coupons_min_code_length(self) -> int | None:
        """The shortest code of a coupon, in characters."""
        value = self._attributes.get("coupons_min_code_length")
        return None if value is None else whole_number(value, "$")

    @property
    def coupons_max_code_length(self) -> int | None:
        """The longest code of a coupon, in characters."""
        value = self._attributes.get("coupons_max_code_length")
        return None if value is None else whole_number(value, "$")

    @property
    def gift_cards_exact_code_matching(self) -> bool | None:
        """Whether the code of a gift card has to match in full."""
        return self._attributes.get("gift_cards_exact_code_matching")

    @property
    def gift_cards_min_code_length(self) -> int | None:
        """The shortest code of a gift card, in characters."""
        value = self._attributes.get("gift_cards_min_code_length")
        return None if value is None else whole_number(value, "$")

    @property
    def gift_cards_max_code_length(self) -> int | None:
        """The longest code of a gift card, in characters."""
        value = self._attributes.get("gift_cards_max_code_length")
        return None if value is None else whole_number(value, "$")

    @property
    def cleanups_max_concurrent_count(self) -> int | None:
        """The most cleanups at one time."""
        value = self._attributes.get("cleanups_max_concurrent_count")
        return None if value is None else whole_number(value, "$")

    @property
    def exports_max_concurrent_count(self) -> int | None:
        """The most exports at one time."""
        value = self._attributes.get("exports_max_concurrent_count")
        return None if value is None else whole_number(value, "$")

    @property
    def imports_max_concurrent_count(self) -> int | None:
        """The most imports at one time."""
        value = self._attributes.get("imports_max_concurrent_count")
        return None if value is None else whole_number(value, "$")

    @property
    def imports_purge_cache(self) -> bool | None:
        """Whether an import purges the cache."""
        return self._attributes.get("imports_purge_cache")

    @property
    def imports_skip_errors(self) -> bool | None:
        """Whether an import goes on after an error."""
        return self._attributes.get("imports_skip_errors")

    @property
    def inventory_models_max_stock_locations_cutoff(self) -> int | None:
        """The most stock locations of an inventory model."""
        value = self._attributes.get("inventory_models_max_stock_locations_cutoff")
        return None if value is None else whole_number(value, "$")

    @property
    def promotions_max_concurrent_count(self) -> int | None:
        """The most promotions at one time."""
        value = self._attributes.get("promotions_max_concurrent_count")
        return None if value is None else whole_number(value, "$")

    @property
    def promotions_max_conditions_size(self) -> int | None:
        """The most conditions of a promotion."""
        value = self._attributes.get("promotions_max_conditions_size")
        return None if value is None else whole_number(value, "$")

    @property
    def promotions_max_rules_size(self) -> int | None:
        """The most rules of a promotion."""
        value = self._attributes.get("promotions_max_rules_size")
        return None if value is None else whole_number(value, "$")

    @property
    def price_lists_max_conditions_size(self) -> int | None:
        """The most conditions of a price list."""
        value = self._attributes.get("price_lists_max_conditions_size")
        return None if value is None else whole_number(value, "$")

    @property
    def price_lists_max_rules_size(self) -> int | None:
        """The most rules of a price list."""
        value = self._attributes.get("price_lists_max_rules_size")
        return None if value is None else whole_number(value, "$")

    @property
    def imports_trigger_webhooks(self) -> int | None:
        """A switch for whether imports call webhooks; published as a whole number."""
        value = self._attributes.get("imports_trigger_webhooks")
        return None if value is None else whole_number(value, "$")

    @property
    def discount_engines_enabled(self) -> bool | None:
        """Whether discount engines are on."""
        return self._attributes.get("discount_engines_enabled")

    @property
    def discount_engines_errors(self) -> bool | None:
        """Whether an error of a discount engine is one of the order."""
        return self._attributes.get("discount_engines_errors")

    @property
    def tags_max_name_length(self) -> int | None:
        """The longest name of a tag, in characters."""
        value = self._attributes.get("tags_max_name_length")
        return None if value is None else whole_number(value, "$")

    @property
    def tags_max_allowed_number(self) -> int | None:
        """The most tags of a resource."""
        value = self._attributes.get("tags_max_allowed_number")
        return None if value is None else whole_number(value, "$")

    @property
    def tax_calculators_errors(self) -> bool | None:
        """Whether an error of a tax calculator is one of the order."""
        return self._attributes.get("tax_calculators_errors")

    @property
    def external_promotions_errors(self) -> bool | None:
        """Whether an error of an external promotion is one of the order."""
        return self._attributes.get("external_promotions_errors")

    @property
    def external_prices_errors(self) -> bool | None:
        """Whether an error of an external price is one of the order."""
        return self._attributes.get("external_prices_errors")

    @property
    def created_at(self) -> datetime.datetime | str | None:
        """When it was made."""
        value = self._attributes.get("created_at")
        return None if value is None else parse_rfc3339(value)

    @property
    def updated_at(self) -> datetime.datetime | str | None:
        """When it was last changed."""
        value = self._attributes.get("updated_at")
        return None if value is None else parse_rfc3339(value)

    @property
    def reference(self) -> str | None:
        """What the caller knows it by. Whether it has to be unique is not published."""
        return self._attributes.get("reference")

    @property
    def reference_origin(self) -> str | None:
        """Where the reference comes from."""
        return self._attributes.get("reference_origin")

    @property
    def metadata(self) -> dict[str, Any] | None:
        """What the caller keeps with it, of any shape."""
        return self._attributes.get("metadata")

    @property
    def memberships(self) -> list[Membership] | NotLoaded:
        """Who belongs to it."""
        return self._many("memberships", Membership)

    @property
    def roles(self) -> list[Role] | NotLoaded:
        """What its members and credentials can be."""
        return self._many("roles", Role)

    @property
    def permissions(self) -> list[Permission] | NotLoaded:
        """What its roles may do."""
        return self._many("permissions", Permission)

    @property
    def api_credentials(self) -> list[ApiCredential] | NotLoaded:
        """The credentials of its applications."""
        return self._many("api_credentials", ApiCredential)


from .api_credential import ApiCredential  # noqa: E402
from .membership import Membership  # noqa: E402
from .permission import Permission  # noqa: E402
from .role import Role  # noqa: E402
