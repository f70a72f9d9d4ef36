"""The models and enums of shop.yaml, each loaded on first use.

The stub beside this file lists them.
"""

from commerce_sdk.lazy import lazily

__getattr__, __dir__ = lazily(globals())
