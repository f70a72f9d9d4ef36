"""The digits of each currency's minor unit, per ISO 4217.

All active codes, and those withdrawn since 2016, which old amounts still carry. Where the
standard gives no minor unit (metals, units of account, XXX), amounts are whole: 0.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

_TWO = """
AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF
CHE CHF CHW CNY COP COU CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD
GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL
MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR
PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP
TRY TTD TWD TZS UAH USD USN UYU UZS VED VES WST XAD XCD XCG YER ZAR ZMW ZWG
"""
_NONE = """
BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF
XAG XAU XBA XBB XBC XBD XDR XPD XPT XSU XTS XUA XXX
"""
_WITHDRAWN_TWO = "ANG BGN CUC HRK MRO SLL STD VEF ZWL"
_WITHDRAWN_NONE = "BYR"
_THREE = "BHD IQD JOD KWD LYD OMR TND"
_FOUR = "CLF UYW"

EXPONENTS: Mapping[str, int] = MappingProxyType(
    {
        code: digits
        for digits, codes in (
            (0, _NONE + _WITHDRAWN_NONE),
            (2, _TWO + _WITHDRAWN_TWO),
            (3, _THREE),
            (4, _FOUR),
        )
        for code in codes.split()
    }
)
