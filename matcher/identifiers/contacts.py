"""E-mail addresses, phone numbers and websites, in the form in which they are compared.

A contact is looked for under its own type only: in running text and in names such things stand for
whoever wrote them.
"""

import re
from collections.abc import Iterator

CONTACTS = frozenset({"email", "phone", "website"})
_SCHEME = re.compile(r"^[a-z]+://")
_REMARK = re.compile(r"[(\[][^()\[\]]*[a-z][^()\[\]]*[)\]]")
_BEFORE = re.compile(r"^(?:mailto|tel|fax|phone|e-?mail)[: ]+")
_DIGITS = re.compile(r"\d")


def normal_contact(kind: str, value: str) -> str:
    """A contact as it is compared; the same for what it gave.

    Args:
        kind: one of ``CONTACTS``.
        value: as written: ``https://www.vtb.com/``, ``+7 (495) 739-70-00``, ``mailto:info@x.ru``.
    """
    plain = _BEFORE.sub("", _REMARK.sub("", value.casefold()).strip())
    if kind == "phone":
        # 00 before the country's code, or the 0 that is dialled inside the country alone.
        return "".join(_DIGITS.findall(plain)).lstrip("0")
    if kind == "email":
        return plain.rstrip(".;,")
    host, slash, path = _SCHEME.sub("", plain).partition("/")
    return f"{host.removeprefix('www.')}{slash}{path}".rstrip("/.")


def wider(kind: str, value: str) -> Iterator[str]:
    """What else a contact in normal form may be listed as: the site that a page is of."""
    host, slash, _ = value.partition("/")
    if kind == "website" and slash:
        yield host
