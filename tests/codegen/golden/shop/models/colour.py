"""Generated from shop.yaml; not edited by hand."""

from commerce_sdk.document.open_enums import OpenEnum


class Colour(OpenEnum):
    """A colour."""

    RED = "RED"
    DARK_BLUE = "dark-blue"
    QUOTE = 'quo"te'
