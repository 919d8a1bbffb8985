"""A name that is all there is of an e-mail's or a website's address: *info@kazanhelicopters.ru*,
*sergey.chemezov@gmail.com*. Customers' registers have them where a name is missing.
"""

import re
from collections.abc import Iterator

from matcher.names.arabic_compounds import Respelling

_ADDRESS = re.compile(
    r"\s*(?:mailto:|https?://)?(?:www\.)?(?:(?P<who>[\w.+-]+)@)?(?:[\w-]+\.)*?"
    r"(?P<site>[^\W_][\w-]+)\.(?:com?\.|org\.|net\.|gov\.|ac\.)?[a-z]{2,6}/?\s*",
    re.IGNORECASE,
)
# Letters of a name without spaces: of shorter sites that are one word of a firm's name one in 25
# alarms, of longer ones one in 50; those whose mail is everybody's are shorter, too (*gmail*).
_SHORTEST = 11
_APART = re.compile(r"[._+-]+")


def may_be_on_the_web(text: str) -> bool:
    """Whether ``of_address`` may find a name: a quick look."""
    return "." in text and " " not in text.strip()


def of_address(text: str) -> Iterator[list[Respelling]]:
    """The stretches of an address around the name in it, once for each name that it may have."""
    met = _ADDRESS.fullmatch(text)
    if met is None:
        return
    site, who = met.span("site"), met.span("who")
    if met["who"] and _APART.search(met["who"].strip("._+-")):
        apart = [
            (who[0] + one.start(), who[0] + one.end(), " ") for one in _APART.finditer(met["who"])
        ]
        yield [(0, who[0], ""), *apart, (who[1], len(text), "")]
    if len(met["site"]) >= _SHORTEST:
        yield [(0, site[0], ""), (site[1], len(text), "")]
