"""Check digits of the identifiers that have them. Each function takes the normal form: capitals
and digits only.

Sources: IMO Resolution A.1117(30) for ships' numbers; ISO 17442 with ISO 7064 MOD 97-10 for the
LEI; order ММВ-7-14/488 of the Russian tax service (rules of the INN) and its order of 2002 on the
OGRN; GB 32100-2015 for the Chinese USCC; the Bitcoin Wiki and BIP 173/350 for addresses.
"""

from hashlib import sha256

_BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
_BECH32 = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
# As BIP 173 and 350 have them.
_BECH32_STEPS = (0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)
_BECH32_ENDS = (1, 0x2BC830A3)
_USCC = "0123456789ABCDEFGHJKLMNPQRTUWXY"
# By what the Russian tax number's digits are weighed.
_INN_10 = (2, 4, 10, 3, 5, 9, 4, 6, 8)
_INN_11 = (7, *_INN_10)
_INN_12 = (3, *_INN_11)


def is_imo(value: str) -> bool:
    """A ship's IMO number: seven digits, the last from the others."""
    if len(value) != 7 or not _digits(value):
        return False
    return sum((7 - place) * int(value[place]) for place in range(6)) % 10 == int(value[6])


def is_lei(value: str) -> bool:
    """A legal entity identifier: 20 letters and digits that leave 1 when divided by 97."""
    if len(value) != 20 or not (value.isascii() and value.isalnum() and value[18:].isdigit()):
        return False
    return int("".join(str(int(sign, 36)) for sign in value)) % 97 == 1


def is_inn(value: str) -> bool:
    """A Russian taxpayer's number: ten digits for a company, twelve for a person."""
    if not _digits(value):
        return False
    if len(value) == 10:
        return _inn_digit(value, _INN_10) == value[9]
    if len(value) == 12:
        return _inn_digit(value, _INN_11) == value[10] and _inn_digit(value, _INN_12) == value[11]
    return False


def _inn_digit(value: str, factors: tuple[int, ...]) -> str:
    total = sum(factor * int(digit) for factor, digit in zip(factors, value, strict=False))
    return str(total % 11 % 10)


def is_ogrn(value: str) -> bool:
    """A Russian registration number: 13 digits for a company, 15 for a sole trader."""
    if len(value) not in (13, 15) or not _digits(value) or value[0] == "0":
        return False
    return int(value[:-1]) % (len(value) - 2) % 10 == int(value[-1])


def is_uscc(value: str) -> bool:
    """A Chinese unified social credit code: 18 letters and digits, the last from the others."""
    if len(value) != 18 or any(sign not in _USCC for sign in value) or value.isalpha():
        return False
    total = sum(_USCC.index(sign) * pow(3, place, 31) for place, sign in enumerate(value[:17]))
    return _USCC[-total % 31] == value[17]


def is_base58_address(address: str) -> bool:
    """A Bitcoin, Litecoin, Dogecoin, Dash, Zcash or Tron address with its checksum."""
    number = 0
    for sign in address:
        place = _BASE58.find(sign)
        if place < 0:
            return False
        number = number * 58 + place
    length = len(address) - len(address.lstrip("1")) + (number.bit_length() + 7) // 8
    if length not in (25, 26):
        return False
    raw = number.to_bytes(length, "big")
    return sha256(sha256(raw[:-4]).digest()).digest()[:4] == raw[-4:]


def is_bech32_address(address: str) -> bool:
    """A segregated-witness address (``bc1…``, ``ltc1…``) with its checksum."""
    address = address.lower()
    prefix, _, data = address.rpartition("1")
    if not prefix or any(sign not in _BECH32 for sign in data):
        return False
    values = [ord(sign) >> 5 for sign in prefix] + [0] + [ord(sign) & 31 for sign in prefix]
    check = 1
    for value in [*values, *map(_BECH32.index, data)]:
        top = check >> 25
        check = (check & 0x1FFFFFF) << 5 ^ value
        for place, step in enumerate(_BECH32_STEPS):
            check ^= step if top >> place & 1 else 0
    return check in _BECH32_ENDS


def _digits(value: str) -> bool:
    return value.isascii() and value.isdigit()
