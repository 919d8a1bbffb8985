"""Codes that banks write beside a party's name: a bank's BIC (*DEUTDEFF Topaz Works*), an account's
number or IBAN (*DE89370400440532013000 Topaz Works*).

Source: ISO 9362 and ISO 13616; the country in a BIC by ISO 3166-1.
"""

import re

from matcher.names.country_codes import country_of

# Letters of a bank's code without and with its branch, and where the country stands in it.
_LENGTHS = (8, 11)
_COUNTRY = slice(4, 6)
_BANK = re.compile(r"[A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?")
# Capitals among capitals may be a word (*PLATINUM*, in which *IN* is India; *INSIGHTS*), but for
# such.
_NO_WORD = re.compile(r"\A.{6}\d|\A.{8}.*\d|[BCDFGHJ-NP-TVWXZ]{5}|(.)\1(?=.{0,4}\Z)")
_ACCOUNT = re.compile(r"\d{10,34}|[A-Z]{2}\d{2}[A-Z0-9]{10,30}")


def is_bank_code(written: str, text: str) -> bool:
    """Whether a word is a bank's code.

    Args:
        written: the word.
        text: all that is written; words in capitals are seldom such codes where all words are.
    """
    if len(written) not in _LENGTHS or _BANK.fullmatch(written) is None:
        return False
    if country_of(written[_COUNTRY]) is None:
        return False
    return _NO_WORD.search(written) is not None or not text.isupper()


def is_account(written: str) -> bool:
    """Whether a word is an account's number or IBAN."""
    return _ACCOUNT.fullmatch(written) is not None
